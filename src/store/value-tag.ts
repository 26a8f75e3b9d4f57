import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dictionaryName } from '../language/jieba.ts';
import { kindOf, type ValueName } from './derived-values.ts';

/** Gives each kind of value the tag under which its values are kept. */
export type TagOf = (name: ValueName) => string;

const tags = new Map<ValueName, string>();

/**
 * A hash of all that a kind of value depends on: its version, the installed versions of its
 * packages, the dictionary of jieba, Node's Unicode and ICU, and the same of the kinds it is computed from. 16 hexadecimal
 * digits.
 */
export function tagOf(name: ValueName): string {
  const known = tags.get(name);
  if (known !== undefined) return known;
  const { version, from = [], packages = [], optional = [] } = kindOf(name);
  const { dictionary = false, unicode = false } = kindOf(name);
  const facts = [
    version,
    ...[...packages, ...optional].map((one) => `${one} ${packageVersion(one)}`),
    ...(dictionary ? [`dictionary ${dictionaryName()}`] : []),
    ...(unicode
      ? [`unicode ${process.versions['unicode']}`, `icu ${process.versions['icu']}`]
      : []),
    ...from.map((one) => `${one} ${tagOf(one)}`),
  ];
  const tag = createHash('sha1')
    .update(`${name}\n${facts.join('\n')}`)
    .digest('hex')
    .slice(0, 16);
  tags.set(name, tag);
  return tag;
}

/** The version that is installed; '' where the package is not found, as in a bundle. */
function packageVersion(name: string): string {
  // not by `require`: most packages do not export their package.json
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, 'package.json')).find(existsSync);
  return file === undefined ? '' : JSON.parse(readFileSync(file, 'utf8')).version;
}
