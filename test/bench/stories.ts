import type { Article, Paragraph } from '../../src/article/article.ts';
import { findNames } from '../../src/language/find-names.ts';
import { normalize } from '../../src/language/normalize.ts';
import type { Tokenizer } from '../../src/language/tokenizer.ts';

/** Characters that names of firms and places begin with, for names that no story has. */
const BEGINNINGS = [...'安昌德丰福广海恒华嘉金康隆茂宁鹏庆瑞盛泰通万祥新兴永裕远云泽正中'];

/** Characters from which on a story's sentences make a paragraph, as papers print them. */
const PARAGRAPH = 100;

/**
 * The articles in paragraphs, in order, and then again and again with other names and numbers: the names
 * that quotation marks or an ending show begin with two other characters, and digits are others. Many
 * stories stand in one paragraph of seven hundred characters, which is cut between sentences.
 */
export function* storiesOf(
  articles: readonly Article[],
  tokenizer: Tokenizer,
): Generator<{ readonly text: string; readonly isRepeated: boolean }> {
  for (let round = 0; ; round += 1) {
    for (const { text, paragraphs } of articles) {
      for (const own of paragraphs.flatMap((paragraph) => partsOf(text, paragraph))) {
        yield round === 0
          ? { text: own, isRepeated: false }
          : { text: renamed(own, round, tokenizer), isRepeated: true };
      }
    }
  }
}

/** A paragraph in parts of whole sentences; what is left at its end goes to the part before. */
function partsOf(text: string, { span, sentences }: Paragraph): string[] {
  const parts: string[] = [];
  let from = span.start;
  for (const sentence of sentences) {
    const isLast = span.end - sentence.span.end < PARAGRAPH;
    const { end } = isLast ? span : sentence.span;
    if (!isLast && end - from < PARAGRAPH) continue;
    parts.push(text.slice(from, end).trim());
    if (isLast) break;
    from = end;
  }
  return parts.filter((part) => part !== '');
}

/** A text with other names and numbers, the same ones at each run. */
function renamed(text: string, round: number, tokenizer: Tokenizer): string {
  const at = (place: number) => BEGINNINGS[place % BEGINNINGS.length] ?? '';
  const names = findNames(normalize(text).text, tokenizer).filter(({ length }) => length > 2);
  const others = names
    .sort((a, b) => b.length - a.length)
    .reduce(
      (renaming, name) =>
        renaming.replaceAll(
          name,
          at(round + name.charCodeAt(0)) + at(7 * round + name.charCodeAt(1)) + name.slice(2),
        ),
      text,
    );
  return others.replace(/(?<![0-9.])[1-9](?=[0-9])/g, (digit) =>
    String(1 + ((Number(digit) + round - 1) % 9)),
  );
}
