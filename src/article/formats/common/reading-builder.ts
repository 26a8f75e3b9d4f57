import { span } from '../../../util/span.ts';
import { type FrontMatter, frontMatter } from '../../text/front-matter.ts';
import type { Line, Markup } from '../../text/lines.ts';
import { trimSpan } from '../../text/punctuation.ts';
import type { Reading } from './reading.ts';

interface LineSettings {
  readonly markup?: Markup;
  readonly page?: number;
  /** Goes on with the line above: no blank line between. */
  readonly joins?: boolean;
}

/** Puts together the text read out of a file that is no text itself, line by line. */
export class TextBuilder {
  readonly lines: Line[] = [];
  private readonly front: FrontMatter;
  private pieces: string[];
  private length: number;

  constructor(front: string) {
    this.front = frontMatter(front);
    this.pieces = [front];
    this.length = front.length;
  }

  /** The text so far. */
  get text(): string {
    const whole = this.pieces.join('');
    this.pieces = [whole];
    return whole;
  }

  /** Adds one line; nothing where it shows nothing. Returns where it begins. */
  add(line: string, { markup, page, joins = false }: LineSettings = {}): number | undefined {
    const shown = trimSpan(line, 0, line.length);
    if (shown === undefined) return undefined;
    const words = line.slice(shown.start, shown.end);
    const before = this.length === 0 ? '' : joins ? '\n' : '\n\n';
    const start = this.length + before.length;
    this.pieces.push(before, words);
    this.length = start + words.length;
    this.lines.push({
      span: span(start, this.length),
      text: words,
      gap: joins ? 'none' : 'blank',
      indented: false,
      ...(markup && { markup }),
      ...(page !== undefined && { page }),
    });
    return start;
  }

  /** Says of line `i` what its markup turned out to be. */
  mark(i: number, markup: Markup): void {
    const line = this.lines[i];
    if (line !== undefined) this.lines[i] = { ...line, markup };
  }

  /** What was read; `marked` and `recognized` as in `Reading`. */
  finish(marked: boolean, recognized = false): Reading {
    return {
      ...{ ok: true, text: this.text, lines: this.lines, front: this.front, marked },
      ...(recognized && { recognized }),
    };
  }
}
