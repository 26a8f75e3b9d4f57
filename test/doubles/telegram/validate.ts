import type { UploadedFile } from './body.ts';
import type { Payload } from './records.ts';
import { badRequest } from './refusal.ts';
import type { Field, MethodShape, Schema } from './schema.ts';

/** Reads the strings of a form as the types that the method takes. */
export function decodeForm(method: MethodShape, form: Payload): Payload {
  const entries = Object.entries(form).map(([name, value]) => {
    const types = method.fields.find((field) => field.name === name)?.types ?? ['String'];
    return [name, decode(String(value), types)];
  });
  return Object.fromEntries(entries);
}

function decode(value: string, types: readonly string[]): unknown {
  if (types.includes('Integer') && /^-?\d+$/.test(value)) return Number(value);
  if (types.includes('Float') && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (types.includes('Boolean') && /^(true|false)$/i.test(value)) return /^true$/i.test(value);
  if (types.includes('String') || types.includes('InputFile')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/**
 * Refuses a payload with a required field missing, a field unknown, or a value of the wrong type, at any depth.
 * Telegram itself overlooks unknown fields and takes "1" for 1; a bot that means what it sends has neither.
 */
export function checkPayload(
  schema: Schema,
  name: string,
  method: MethodShape,
  payload: Payload,
  files: readonly UploadedFile[],
): void {
  const problem =
    objectProblem(schema, name, method.fields, payload) ?? stringProblem(payload, files, name);
  if (problem !== undefined) throw badRequest(problem);
}

/** The first thing wrong with an object, or undefined. */
function objectProblem(
  schema: Schema,
  path: string,
  fields: readonly Field[],
  value: Payload,
): string | undefined {
  const unknown = Object.keys(value).find((key) => !fields.some(({ name }) => name === key));
  if (unknown !== undefined) return `field "${unknown}" is unknown in ${path}`;
  for (const { name, types, required, literal } of fields) {
    const own = value[name];
    if (own === undefined) {
      if (required) return `parameter "${name}" is required in ${path}`;
    } else if (literal !== undefined) {
      if (own !== literal) return `${path}.${name} must be "${literal}"`;
    } else {
      const problem = valueProblem(schema, `${path}.${name}`, types, own);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** The first thing wrong with a value that may be any of some types: none if one type holds, else that of the likeliest. */
function valueProblem(
  schema: Schema,
  path: string,
  types: readonly string[],
  value: unknown,
): string | undefined {
  let likeliest: { problem: string; likeness: number } | undefined;
  for (const type of types.flatMap((each) => subtypes(schema, each))) {
    const problem = typeProblem(schema, path, type, value);
    if (problem === undefined) return undefined;
    const likeness = likenessTo(schema, type, value);
    if (likeliest === undefined || likeness > likeliest.likeness) likeliest = { problem, likeness };
  }
  return likeliest?.problem;
}

function subtypes(schema: Schema, type: string): readonly string[] {
  const below = schema.types.get(type)?.subtypes ?? [];
  return below.length === 0 ? [type] : below.flatMap((each) => subtypes(schema, each));
}

function typeProblem(
  schema: Schema,
  path: string,
  type: string,
  value: unknown,
): string | undefined {
  const is = (holds: boolean): string | undefined =>
    holds ? undefined : `${path} must be ${type}`;
  if (type === 'Integer') return is(Number.isSafeInteger(value));
  if (type === 'Float') return is(Number.isFinite(value));
  if (type === 'Boolean') return is(typeof value === 'boolean');
  if (type === 'String' || type === 'InputFile') return is(typeof value === 'string');
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return is(false);
    const each = [type.slice('Array of '.length)];
    const problems = value.map((item, i) => valueProblem(schema, `${path}[${i}]`, each, item));
    return problems.find((problem) => problem !== undefined);
  }
  const shape = schema.types.get(type);
  if (!isObject(value) || shape === undefined) return is(false);
  return objectProblem(schema, path, shape.fields, value);
}

/** How many of a value's fields a type has; one that must have another literal counts for less than nothing. */
function likenessTo(schema: Schema, type: string, value: unknown): number {
  const fields = schema.types.get(type)?.fields ?? [];
  if (!isObject(value)) return 0;
  if (fields.some(({ name, literal }) => literal !== undefined && value[name] !== literal))
    return -1;
  return Object.keys(value).filter((key) => fields.some(({ name }) => name === key)).length;
}

/** Half of a surrogate pair, or `attach://` to a file that did not come. */
function stringProblem(
  value: unknown,
  files: readonly UploadedFile[],
  path: string,
): string | undefined {
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) return 'strings must be encoded in UTF-8';
    const part = /^attach:\/\/(.*)$/s.exec(value)?.[1];
    const missing = part !== undefined && !files.some((file) => file.part === part);
    return missing ? `file "${part}" of ${path} is not attached` : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const problems = Object.entries(value).map(([key, each]) =>
    stringProblem(each, files, `${path}.${key}`),
  );
  return problems.find((problem) => problem !== undefined);
}

const isObject = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
