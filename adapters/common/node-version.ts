/** The oldest Node that runs this: `engines` in package.json says the same. */
const OLDEST = [20, 19] as const;

/**
 * What is wrong with a version of Node (`20.11.1`), in one line with the remedy; undefined where it
 * is new enough. Written for any Node that knows modules, and so without an import.
 */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined;
  return `Node ${OLDEST.join('.')} or newer is needed, and this is ${version}: install a newer one from https://nodejs.org, then run npm ci again.`;
}
