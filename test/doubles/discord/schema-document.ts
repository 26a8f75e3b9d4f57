import { readFileSync } from 'node:fs';
import type { ErrorObject } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Problem, problem } from './problems.ts';
import type { Validate } from './validate.ts';

type Schema = Record<string, unknown>;

/** Validates with ajv against Discord's OpenAPI document in `file`. */
export function validateByDocument(file: string): Validate {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  discriminate(document, document.components.schemas);
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: FORMATS,
    // else ajv first checks the megabyte of the document itself against the meta-schema
    validateSchema: false,
  });
  ajv.addSchema({ $id: 'discord', components: document.components });
  const compiled = new Map<string, ValidateFunction>();
  return (schema, body) => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      validate = ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
      compiled.set(schema, validate);
    }
    return validate(body) ? [] : problemsOf(validate.errors ?? []);
  };
}

const FORMATS = {
  snowflake: (text: string) => BigInt(text) < 1n << 64n,
  nonce: true,
  uri: (text: string) => /^(?:https?|attachment|discord):\/\/\S+$/.test(text),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  int32: { type: 'number', validate: (value: number) => (value | 0) === value },
  int64: { type: 'number', validate: Number.isInteger },
  double: { type: 'number', validate: Number.isFinite },
} as const;

/**
 * Rewrites each union whose branches differ in `type` to pick the branch by it,
 * so that a fault within one branch is not drowned by the other branches' faults.
 */
function discriminate(node: unknown, schemas: Record<string, Schema>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const child of Object.values(node)) discriminate(child, schemas);
  const union = node as { oneOf?: readonly Branch[]; anyOf?: readonly Branch[] };
  const branches = union.oneOf ?? union.anyOf;
  if (!Array.isArray(branches)) return;
  if (branches.every((branch: Branch) => branch.const !== undefined)) {
    delete union.oneOf;
    Object.assign(node, { enum: branches.map((branch: Branch) => branch.const) });
    return;
  }
  const types = branches.map(({ $ref }: Branch) => typesOf(schemas[nameIn($ref)]));
  if (types.some((values) => values.length === 0)) return;
  delete union.oneOf;
  delete union.anyOf;
  Object.assign(node, {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: types.flat() } },
    allOf: branches.map((branch, index) => ({
      if: { properties: { type: { enum: types[index] } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: branch,
    })),
  });
}

interface Branch {
  readonly $ref?: string;
  readonly const?: unknown;
}

const nameIn = (ref = '') => ref.slice(ref.lastIndexOf('/') + 1);

/** The values of `type` that a schema takes; none where it does not ask for one. */
function typesOf(schema: Schema | undefined): readonly unknown[] {
  const { properties, required } = (schema ?? {}) as {
    properties?: { type?: { enum?: readonly unknown[] } };
    required?: readonly string[];
  };
  return required?.includes('type') ? (properties?.type?.enum ?? []) : [];
}

/** The faults themselves, without those that only say that a union's other branches failed too. */
function problemsOf(errors: readonly ErrorObject[]): readonly Problem[] {
  const telling = errors.filter(
    ({ keyword, params }) =>
      keyword !== 'oneOf' &&
      keyword !== 'anyOf' &&
      keyword !== 'if' &&
      !(keyword === 'type' && params['type'] === 'null'),
  );
  const problems = (telling.length > 0 ? telling : errors).map(problemOf);
  return problems.filter(
    ({ path, code }, index) =>
      problems.findIndex((each) => isSame(each.path, path) && each.code === code) === index &&
      // of a union of plain types, what is wrong with the type that is meant
      (code !== BAD_TYPE ||
        problems.every((each) => each.code === BAD_TYPE || !isSame(each.path, path))),
  );
}

const BAD_TYPE = 'BASE_TYPE_BAD_TYPE';
const isSame = (one: Problem['path'], other: Problem['path']) => one.join() === other.join();

function problemOf({ instancePath, keyword, params, message }: ErrorObject): Problem {
  const path = instancePath.split('/').slice(1);
  switch (keyword) {
    case 'required':
      return problem.required([...path, params['missingProperty']]);
    case 'maxLength':
    case 'maxItems':
      return problem.tooLong(path, params['limit']);
    case 'minLength':
    case 'minItems':
      return problem.tooShort(path, params['limit']);
    case 'enum':
      return problem.notOneOf(path, params['allowedValues']);
    case 'const':
      return problem.notOneOf(path, [params['allowedValue']]);
    case 'type':
      return problem.of(path, BAD_TYPE, `Could not interpret: it ${message}.`);
    default:
      return problem.of(path, 'BASE_TYPE_INVALID', `${message ?? keyword}.`);
  }
}
