import type { LinePattern } from '../text/front-matter.ts';
import type { Line } from '../text/lines.ts';
import { isContinuation, isEnded } from '../text/punctuation.ts';
import { findBrowserTitle } from './browser-title.ts';
import { BOX_RULES, FOOT_RULES, type FurnitureRule, LINE_RULES } from './data/furniture-rules.ts';

/** Length above which a line is text, whatever the rules say. */
const LINE_LIMIT = 160;

/** Length from which a line that ends in a full stop is running text. */
const RUNNING = 30;

/** Length above which the text under a notice's heading is no notice. */
const NOTICE_LIMIT = 800;

/**
 * The lines that an article's front matter declares to be text or furniture, whatever the rules
 * say.
 */
export interface LineWishes {
  readonly keep: readonly LinePattern[];
  readonly drop: readonly LinePattern[];
}

/**
 * The lines that are page furniture, each with the name of the rule that took it.
 * Rules take whole short lines only, so that text which speaks of such things stays.
 */
export function findFurniture(lines: readonly Line[], wishes: LineWishes): Map<Line, string> {
  const found = findByRules(lines);
  for (const line of lines) {
    if (wishes.drop.some((pattern) => fits(line.text, pattern))) found.set(line, 'dropped');
    if (isKept(line.text, wishes)) found.delete(line);
  }
  return found;
}

export function isKept(text: string, { keep }: LineWishes): boolean {
  return keep.some((pattern) => fits(text, pattern));
}

function fits(text: string, pattern: LinePattern): boolean {
  return typeof pattern === 'string' ? text === pattern : pattern.test(text);
}

function findByRules(lines: readonly Line[]): Map<Line, string> {
  const found = new Map<Line, string>();
  for (const [i, line] of lines.entries()) {
    const { markup } = line;
    if (markup?.kind === 'furniture') found.set(line, markup.rule);
    else if (markup?.kind !== 'row' && markup?.kind !== 'header' && !isMidSentence(lines, i)) {
      const rule = nameOf(LINE_RULES, line.text, LINE_LIMIT);
      if (rule !== undefined) found.set(line, rule);
    }
  }
  const browser = findBrowserTitle(lines, (line) => found.has(line));
  if (browser !== undefined) found.set(browser, 'browser-title');
  takeBoxes(lines, found);
  return found;
}

/** The name of the rule that takes a whole paragraph at the foot, such as a notice of rights. */
export function footFurniture(paragraph: string): string | undefined {
  return nameOf(FOOT_RULES, paragraph, NOTICE_LIMIT);
}

/** A box of links at the foot takes all that follows it; one amid the text only its own line. */
function takeBoxes(lines: readonly Line[], found: Map<Line, string>): void {
  let running = false;
  let after = 0;
  let from = lines.length;
  let name = '';
  for (const [i, line] of [...lines.entries()].reverse()) {
    const { text } = line;
    const rule = BOX_RULES.find((each) => text.length <= LINE_LIMIT && each.pattern.test(text));
    if (rule !== undefined) {
      if (rule.prose ? after <= NOTICE_LIMIT : !running) {
        from = i;
        name = rule.name;
      } else if (!rule.prose) found.set(line, rule.name);
    }
    if (text.length >= RUNNING && isEnded(text)) running = true;
    if (!found.has(line)) after += text.length;
  }
  for (const line of lines.slice(from)) if (!found.has(line)) found.set(line, name);
}

/** Cut between two lines of one sentence: a wrapped `1/12` is a fraction, not a page number. */
function isMidSentence(lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  const before = lines[i - 1];
  const next = lines[i + 1];
  if (line?.gap !== 'none' || before === undefined || next?.gap !== 'none') return false;
  return !isEnded(before.text) && isContinuation(next.text);
}

function nameOf(rules: readonly FurnitureRule[], text: string, limit: number): string | undefined {
  if (text.length > limit) return undefined;
  const sentence = /[。！？；]$/u.test(text);
  return rules.find((rule) => (rule.prose || !sentence) && rule.pattern.test(text))?.name;
}
