import { createRequire } from 'node:module';
import type { Scalar } from 'yaml';
import { type Span, span } from '../../util/span.ts';
import type { HeadFact, HeadField } from '../article.ts';
import { FRONT_KEYS } from './data/front-keys.ts';
import { readDate } from './dates.ts';
import { trimSpan } from './punctuation.ts';
import { tomlMatter, type WrittenValue } from './toml-matter.ts';

const load = createRequire(import.meta.url);

/** The parser costs 40 ms to load, so only a file with front matter loads it. */
function yaml(): typeof import('yaml') {
  return load('yaml');
}

export type FrontMatter =
  | {
      readonly kind: 'read' | 'none';
      readonly facts: readonly HeadFact[];
      readonly warnings: readonly string[];
      /** Where the article begins. */
      readonly end: number;
      /** Lines that are text whatever they look like, and lines that are not. */
      readonly keep: readonly LinePattern[];
      readonly drop: readonly LinePattern[];
    }
  /** Front matter that cannot be read; `reason` names the line at fault and the remedy. */
  | { readonly kind: 'bad'; readonly reason: string };

/** A whole line, or what a line must match. */
export type LinePattern = string | RegExp;

/** Length above which text between two rules is not taken for front matter. */
const LIMIT = 20_000;

/**
 * More brackets, dashes and colons than this are no front matter. The YAML parser recurses into
 * each level, and a regular expression that V8 compiles near the end of the stack ends the process.
 */
const INDICATORS = 400;

const INDICATOR = /[[{]|[-?:](?=\s)/gu;
const OPEN = /^---[ \t]*\n/u;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/mu;
const KEY = /^[\p{L}_][\p{L}\p{N}_-]{0,30}\s*:(?:\s|$)/u;

const TOO_DEEP =
  'line 2: the front matter is too large or too deeply nested; keep title, date, source, url, authors, language, keep, drop';

/** Reads YAML between two lines `---`, or TOML between two `+++`, at the very beginning of `text`. Never throws. */
export function frontMatter(text: string): FrontMatter {
  const none: FrontMatter = {
    ...{ kind: 'none', facts: [], warnings: [], end: 0 },
    ...{ keep: [], drop: [] },
  };
  const toml = tomlMatter(text, LIMIT);
  if (toml !== undefined) {
    const reader = new FactReader(text);
    for (const { key, values } of toml.entries) reader.addAll(key, values);
    return reader.read(toml.end);
  }
  const open = OPEN.exec(text)?.[0].length;
  if (open === undefined) return none;
  const rest = text.slice(open, open + LIMIT);
  const close = CLOSE.exec(rest);
  const looksMeant = KEY.test(rest);
  if (close === null)
    return looksMeant
      ? { kind: 'bad', reason: 'line 1: the front matter is never closed; end it with a line ---' }
      : none;
  const source = rest.slice(0, close.index);
  if ((source.match(INDICATOR) ?? []).length > INDICATORS)
    return looksMeant ? { kind: 'bad', reason: TOO_DEEP } : none;
  const { isMap, isScalar, isSeq, parseDocument } = yaml();
  const document = parseDocument(source, { prettyErrors: true, logLevel: 'silent' });
  const error = document.errors[0];
  const { contents } = document;
  if (error === undefined && contents === null)
    return { ...none, kind: 'read', end: open + close.index + close[0].length };
  // Prose between two rules is no front matter; neither is a list.
  if (!looksMeant && !(error !== undefined && source.length < 1000)) return none;
  if (error !== undefined) {
    const line = lineOf(source, error.pos[0]) + 1;
    const what = error.message.split(/ at line|\n/u)[0];
    return {
      kind: 'bad',
      reason: `line ${line}: the front matter is not YAML (${what}); mend it, or put the value in quotes`,
    };
  }
  if (!isMap(contents))
    return { kind: 'bad', reason: 'line 2: the front matter is not YAML of the form "title: …"' };
  const reader = new FactReader(text);
  for (const { key, value } of contents.items) {
    const items = isSeq(value) ? value.items : [value];
    // authors: - name: 沈岚
    const named = items.map((each) => (isMap(each) ? each.get('name', true) : each));
    const written = named.flatMap((each) => (isScalar(each) ? writtenAt(each, open) : []));
    reader.addAll(isScalar(key) ? String(key.value).toLowerCase() : '', written);
  }
  return reader.read(open + close.index + close[0].length);
}

function writtenAt({ value, type, range }: Scalar, base: number): WrittenValue[] {
  if (range === null || range === undefined) return [];
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return [{ value, isQuoted, range: [base + range[0], base + range[1]] }];
}

class FactReader {
  private readonly facts: HeadFact[] = [];
  private readonly warnings: string[] = [];
  private readonly keep: LinePattern[] = [];
  private readonly drop: LinePattern[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** What was added, of front matter that ends at `end`. */
  read(end: number): FrontMatter {
    const { facts, warnings, keep, drop } = this;
    return { kind: 'read', facts, warnings, end, keep, drop };
  }

  addAll(key: string, values: readonly WrittenValue[]): void {
    const field = Object.hasOwn(FRONT_KEYS, key) ? FRONT_KEYS[key] : undefined;
    if (field === undefined) return;
    for (const each of values)
      if (field === 'keep' || field === 'drop') this.addPattern(field, String(each.value ?? ''));
      else this.add(field, each);
  }

  private add(field: HeadField, scalar: WrittenValue): void {
    const at = this.spanOf(scalar);
    if (at === undefined) return;
    const written = this.text.slice(at.start, at.end);
    const value = typeof scalar.value === 'string' ? scalar.value.trim() : written;
    if (value === '') return;
    const line = this.lineAt(at);
    if (field === 'author') {
      // authors: 沈岚, 吴子墨
      for (const match of written.matchAll(/[^,，、;；]+/gu)) {
        const name = trimSpan(
          this.text,
          at.start + match.index,
          at.start + match.index + match[0].length,
        );
        if (name === undefined) continue;
        this.facts.push({ field, value: this.text.slice(name.start, name.end), span: name, line });
      }
      return;
    }
    if (field !== 'date') {
      this.facts.push({ field, value, span: at, line });
      return;
    }
    const day = readDate(value);
    if (day === undefined)
      this.warnings.push(
        `line ${lineOf(this.text, at.start)}: the date ${JSON.stringify(value)} names no day and was dropped; write it as 2023-06-01`,
      );
    else this.facts.push({ field, value: day, span: at, line });
  }

  /** `/…/` is a regular expression; anything else is a whole line. */
  private addPattern(list: 'keep' | 'drop', written: string): void {
    const source = /^\/(.+)\/$/su.exec(written)?.[1];
    if (source === undefined) {
      if (written.trim() !== '') this[list].push(written.trim());
      return;
    }
    try {
      this[list].push(new RegExp(source, 'u'));
    } catch {
      this.warnings.push(
        `${JSON.stringify(written)} under ${list} is no regular expression and was dropped; mend it, or give the whole line`,
      );
    }
  }

  /** The value's own characters, without the quotes around them. */
  private spanOf({ range: [from, to], isQuoted }: WrittenValue): Span | undefined {
    const quoted = isQuoted ? 1 : 0;
    return trimSpan(this.text, from + quoted, Math.max(from + quoted, to - quoted));
  }

  private lineAt(at: Span): Span {
    const start = this.text.lastIndexOf('\n', at.start - 1) + 1;
    const end = this.text.indexOf('\n', at.end);
    return trimSpan(this.text, start, end < 0 ? this.text.length : end) ?? span(at.start, at.end);
  }
}

/** The number of a line, counted from 1. */
function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
