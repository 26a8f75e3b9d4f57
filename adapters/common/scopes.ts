import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { ScopeOf } from '../../src/chat/create-chat.ts';
import { reasonOf, YuanwenError } from '../../src/util/errors.ts';

/** The file, in the corpus folder, that says which articles are asked where. */
export const SCOPES_FILE = 'scopes.yaml';

/** All places that are named in no scope. */
const ELSEWHERE = 'elsewhere';

/** How a place is named behind its platform; a platform alone is all of its places. */
const PLACES: Readonly<Record<string, { readonly id: RegExp; readonly form: string }>> = {
  telegram: { id: /^(?:-?\d{1,20}|@\w{4,32})$/, form: 'telegram:-1001234567890 or telegram:@name' },
  discord: { id: /^\d{17,20}$/, form: 'discord: with 17 to 20 digits' },
  web: { id: /^(?!)/, form: 'web' },
};

const WORDS = z.array(z.coerce.string().trim().min(1));
const SCHEMA = z.record(
  z.string(),
  z.strictObject({
    articles: WORDS.min(1),
    except: WORDS.optional(),
    in: WORDS.min(1),
  }),
);

/** Which articles are asked where. */
export interface Scopes {
  readonly scopeOf: ScopeOf;
  /** Of each scope, what names none of these articles, by id or file: a slip, or one that is yet to come. */
  unmet(articles: readonly Named[]): readonly string[];
}

interface Named {
  readonly id: string;
  readonly file: string;
}

/**
 * Reads the scopes of a corpus folder; undefined where it has no such file.
 * @throws YuanwenError with code `config`, which names every fault
 */
export function openScopes(corpusDir: string): Scopes | undefined {
  const file = join(corpusDir, SCOPES_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new YuanwenError('config', `${file} cannot be read: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  return readScopes(text, file);
}

/** @param file by which faults name what was read */
export function readScopes(text: string, file = SCOPES_FILE): Scopes {
  const { data, faults } = parse(text);
  const scopes = Object.entries(data).map(([name, { articles, except = [], in: places }]) => ({
    name,
    patterns: articles,
    places: places.map((place) => place.toLowerCase()),
    holds: (article: Named) =>
      articles.some((pattern) => names(pattern, article)) &&
      !except.some((pattern) => names(pattern, article)),
  }));
  const byPlace = new Map<string, (typeof scopes)[number]>();
  for (const scope of scopes) {
    for (const place of scope.places) {
      const fault = placeFault(place);
      if (fault !== undefined) faults.push(`${scope.name}: ${fault}`);
      const other = byPlace.get(place);
      if (other) faults.push(`${place} is in both ${other.name} and ${scope.name}`);
      byPlace.set(place, scope);
    }
  }
  if (faults.length > 0)
    throw new YuanwenError(
      'config',
      `${file}: ${faults.join('; ')}. Each scope is a name with articles: [names] and in: [places].`,
    );
  return {
    scopeOf(platform, places) {
      const ids = places.filter((id) => id !== undefined).map((id) => `${platform}:${id}`);
      const own = [...ids, platform, ELSEWHERE].find((id) => byPlace.has(id.toLowerCase()));
      return own === undefined ? undefined : byPlace.get(own.toLowerCase());
    },
    unmet: (articles) =>
      scopes.flatMap(({ name, patterns }) =>
        patterns
          .filter((pattern) => !articles.some((article) => names(pattern, article)))
          .map((pattern) => `${name}: no article is named ${pattern}`),
      ),
  };
}

function parse(text: string): { readonly data: z.infer<typeof SCHEMA>; readonly faults: string[] } {
  const document = parseDocument(text, { prettyErrors: true, logLevel: 'silent' });
  const [broken] = document.errors;
  if (broken) return { data: {}, faults: [`is no YAML (${broken.message.split('\n')[0]})`] };
  const { success, data, error } = SCHEMA.safeParse(document.toJS() ?? {});
  if (success) return { data, faults: [] };
  const faults = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
  return { data: {}, faults };
}

function placeFault(place: string): string | undefined {
  if (place === ELSEWHERE) return undefined;
  const [platform = '', id] = place.split(/:(.*)/s);
  const known = Object.hasOwn(PLACES, platform) ? PLACES[platform] : undefined;
  const all = [...Object.keys(PLACES), ELSEWHERE].join(', ');
  if (known === undefined) return `${place} is no place; places begin with ${all}`;
  return id === undefined || known.id.test(id) ? undefined : `${place} must be ${known.form}`;
}

/** Whether an article goes by a name, in which `*` stands for anything. */
function names(pattern: string, { id, file }: Named): boolean {
  const literal = pattern.normalize('NFC').replace(/[()[\]{}|+?.^$/\\]/g, '\\$&');
  const whole = new RegExp(`^${literal.replace(/\*+/g, '.*')}$`, 'su');
  return [id, file].some((name) => whole.test(name.normalize('NFC')));
}
