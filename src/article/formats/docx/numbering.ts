import type { DomElement } from '../html/dom.ts';
import { formatNumber } from './number-formats.ts';
import { child, children, isOn, number, value } from './xml.ts';

/** A level of a list: how its numbers look, and where they begin again. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** 第%1条, %1.%2: each %n stands for the number of the n-th level. */
  readonly text: string;
  /** What stands between number and text. */
  readonly suffix: string;
  /** It begins again below a level that is no deeper, counted from 1; 0 is never. */
  readonly restart: number;
  /** All numbers in digits, whatever their own format. */
  readonly legal: boolean;
  /** The paragraph style that has this level. */
  readonly style?: string;
}

/** A list as paragraphs name it. */
interface List {
  /** Lists of one kind go on counting from each other. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where this list begins its levels anew. */
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;
/** Characters of the longest text around a number: it stands before each paragraph of the list. */
const LEVEL_TEXT = 60;

/** Puts the numbers before the paragraphs of a document's lists, as Word does when it shows it. */
export class Numbering {
  private readonly lists = new Map<number, List>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<number>();

  constructor(root: DomElement | undefined) {
    if (root === undefined) return;
    const kinds = new Map<string, DomElement>();
    for (const each of children(root)) {
      const id = each.getAttribute('w:abstractNumId');
      if (each.nodeName === 'w:abstractNum' && id !== null) kinds.set(id, each);
    }
    for (const each of children(root)) {
      const id = Number(each.getAttribute('w:numId') ?? Number.NaN);
      const kind = value(each, 'w:abstractNumId');
      if (each.nodeName === 'w:num' && kind !== undefined && !Number.isNaN(id))
        this.lists.set(id, readList(each, kind, kinds.get(kind)));
    }
  }

  /** The level of a list that paragraphs of a style have. */
  levelOf(id: number, style: string | undefined): number {
    for (const [at, level] of this.lists.get(id)?.levels ?? [])
      if (style !== undefined && level.style === style) return at;
    return 0;
  }

  /** The number of the list's next paragraph, with what parts it from the text; '' where it shows none. */
  next(id: number, at: number): string {
    const list = this.lists.get(id);
    const level = list?.levels.get(at);
    if (list === undefined || level === undefined || at >= LEVELS) return '';
    const counts = this.counts.get(list.kind) ?? [];
    this.counts.set(list.kind, counts);
    if (!this.begun.has(id)) for (const [i] of list.starts) counts[i] = undefined;
    this.begun.add(id);
    const start = (i: number) => list.starts.get(i) ?? list.levels.get(i)?.start ?? 1;
    const last = counts[at];
    counts[at] = last === undefined ? start(at) : last + 1;
    for (let i = at + 1; i < LEVELS; i++)
      if (at < (list.levels.get(i)?.restart ?? i)) counts[i] = undefined;
    if (level.format === 'bullet' || level.format === 'none') return '';
    const shown = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const i = Number(digit) - 1;
      const count = counts[i] ?? start(i);
      counts[i] = count;
      const format = list.levels.get(i)?.format ?? 'decimal';
      return formatNumber(count, level.legal ? 'decimal' : format);
    });
    const words = shown.trimEnd();
    // 一、 and （一） part the number from the text themselves
    return words === '' ? '' : words + (/[、）]$/u.test(words) ? '' : level.suffix);
  }
}

function readList(list: DomElement, kind: string, abstract: DomElement | undefined): List {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  if (abstract !== undefined) for (const each of children(abstract)) addLevel(each, levels);
  for (const override of children(list)) {
    if (override.nodeName !== 'w:lvlOverride') continue;
    const at = Number(override.getAttribute('w:ilvl') ?? Number.NaN);
    const start = number(override, 'w:startOverride');
    if (start !== undefined && !Number.isNaN(at)) starts.set(at, start);
    const level = child(override, 'w:lvl');
    if (level !== undefined) addLevel(level, levels);
  }
  return { kind, levels, starts };
}

function addLevel(level: DomElement, levels: Map<number, Level>): void {
  const at = Number(level.getAttribute('w:ilvl') ?? Number.NaN);
  if (level.nodeName !== 'w:lvl' || Number.isNaN(at)) return;
  const style = value(level, 'w:pStyle');
  levels.set(at, {
    start: number(level, 'w:start') ?? 0,
    format: value(level, 'w:numFmt') ?? 'decimal',
    text: (value(level, 'w:lvlText') ?? '').slice(0, LEVEL_TEXT),
    suffix: value(level, 'w:suff') === 'nothing' ? '' : ' ',
    restart: number(level, 'w:lvlRestart') ?? at,
    legal: isOn(level, 'w:isLgl'),
    ...(style !== undefined && { style }),
  });
}
