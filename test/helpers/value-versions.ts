import { createHash } from 'node:crypto';
import { kindOf, VALUE_NAMES, type ValueName } from '../../src/store/derived-values.ts';

/** Of a kind of value: the versions it was made by, and a hash of what was made of the fixtures. */
interface Made {
  readonly versions: string;
  readonly hash: string;
}

export type ValueSnapshot = Readonly<Partial<Record<ValueName, Made>>>;

/** Gives the version of a kind of value as `VALUE_KINDS` states it. */
type VersionOf = (name: ValueName) => number;

const stated: VersionOf = (name) => kindOf(name).version;

export function snapshotOf(
  values: Readonly<Record<ValueName, unknown>>,
  versionOf: VersionOf = stated,
): ValueSnapshot {
  const entries = VALUE_NAMES.map((name) => {
    const hash = createHash('sha1').update(JSON.stringify(values[name])).digest('hex');
    const versions = [name, ...sourcesOf(name)].map((one) => `${one} ${versionOf(one)}`).join(', ');
    return [name, { versions, hash }];
  });
  return Object.fromEntries(entries);
}

/** What must be done before values that were made otherwise may be kept; a line each. */
export function versionsToRaise(before: ValueSnapshot, now: ValueSnapshot): string[] {
  const changed = VALUE_NAMES.filter(
    (name) =>
      before[name] !== undefined &&
      before[name].hash !== now[name]?.hash &&
      before[name].versions === now[name]?.versions,
  );
  // where what a value is computed from has changed, the version of that one says so
  return changed
    .filter((name) => !sourcesOf(name).some((source) => changed.includes(source)))
    .map(
      (name) =>
        `the ${name} of the fixtures have changed and their version has not: raise VALUE_KINDS.${name}.version in src/store/derived-values.ts, then run npx vitest run test/store/derived-values.test.ts -u`,
    );
}

/** The kinds that a kind of value is computed from, and those that they are, each once. */
function sourcesOf(name: ValueName): ValueName[] {
  const from = kindOf(name).from ?? [];
  return [...new Set(from.flatMap((source) => [source, ...sourcesOf(source)]))];
}
