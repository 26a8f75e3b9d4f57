/** One fault of a request body: where it is, and Discord's word for it. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

interface Tree {
  [key: string]: Tree | { code: string; message: string }[];
}

/** Nests problems as Discord does: `{ embeds: { 0: { title: { _errors: [{ code, message }] } } } }`. */
export function errorTree(problems: readonly Problem[]): Tree {
  const root: Tree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as Tree;
    }
    node['_errors'] ??= [];
    (node['_errors'] as { code: string; message: string }[]).push({ code, message });
  }
  return root;
}

export type Path = Problem['path'];

/** The problems several rules share, in Discord's own words. */
export const problem = {
  required: (path: Path): Problem => ({
    path,
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  }),
  tooLong: (path: Path, limit: number): Problem => ({
    path,
    code: 'BASE_TYPE_MAX_LENGTH',
    message: `Must be ${limit} or fewer in length.`,
  }),
  tooShort: (path: Path, least: number): Problem => ({
    path,
    code: 'BASE_TYPE_MIN_LENGTH',
    message: `Must be ${least} or more in length.`,
  }),
  badLength: (path: Path, least: number, most: number): Problem => ({
    path,
    code: 'BASE_TYPE_BAD_LENGTH',
    message: `Must be between ${least} and ${most} in length.`,
  }),
  notOneOf: (path: Path, values: readonly unknown[]): Problem => ({
    path,
    code: 'BASE_TYPE_CHOICES',
    message: `Value must be one of {${values.join(', ')}}.`,
  }),
  of: (path: Path, code: string, message: string): Problem => ({ path, code, message }),
};
