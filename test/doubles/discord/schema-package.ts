import * as schemas from 'discord-api-spec/zod';
import type { z } from 'zod';
import { type Problem, problem } from './problems.ts';
import type { Validate } from './validate.ts';

/** Validates with the zod schemas that `discord-api-spec` generates from Discord's document. */
export const validateByPackage: Validate = (schema, body) => {
  const validator = (schemas as unknown as Record<string, z.ZodType>)[`${schema}Schema`];
  if (validator === undefined) throw new Error(`discord-api-spec has no schema ${schema}`);
  return (validator.safeParse(body, { reportInput: true }).error?.issues ?? []).flatMap((issue) =>
    problemsOf(issue),
  );
};

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, above: readonly PropertyKey[] = []): readonly Problem[] {
  const at = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const [branch] = issue.errors.filter((branch) => !isOfOtherType(branch));
    if (branch !== undefined) return branch.flatMap((inner) => problemsOf(inner, at));
  }
  const path = at.map((key) => (typeof key === 'number' ? key : String(key)));
  switch (issue.code) {
    case 'too_big':
      return [problem.tooLong(path, Number(issue.maximum))];
    case 'too_small':
      return [problem.tooShort(path, Number(issue.minimum))];
    case 'invalid_value':
      return [problem.notOneOf(path, issue.values)];
    case 'invalid_type':
      return issue.input === undefined
        ? [problem.required(path)]
        : [problem.of(path, 'BASE_TYPE_BAD_TYPE', `Could not interpret: not ${issue.expected}.`)];
    default:
      return [problem.of(path, 'BASE_TYPE_INVALID', issue.message)];
  }
}

/** Whether a branch of a union failed because the value's `type` belongs to another branch. */
function isOfOtherType(branch: readonly Issue[]): boolean {
  return branch.some(
    ({ code, path }) => code === 'invalid_value' && path.length === 1 && path[0] === 'type',
  );
}
