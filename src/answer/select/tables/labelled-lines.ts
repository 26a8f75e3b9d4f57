import type { Article, Paragraph } from '../../../article/article.ts';
import { type Span, slice, span } from '../../../util/span.ts';

/** A line that begins with a label: 地点：二楼听雨厅. */
interface LabelledLine {
  readonly paragraph: Paragraph;
  readonly label: Span;
  readonly value: Span;
}

/** A label, marks and numbering before it aside, and what stands behind it. */
const LINE =
  /^(?<before>[\s*_#>·•\-–—●■◆]*(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）.、．]\s*)?[*_]*(?:<(?:b|strong)>)?)(?<label>[\p{Script=Han}A-Za-z]{2,10})(?<mark>(?:<\/(?:b|strong)>)?[*_\s]*(?:[(（][^()（）:：]{1,24}[)）])?[*_\s]*[:：][*_\s]*)(?<value>\S.*)$/u;
/** Whoever speaks, and what leads in, is no label. */
const NO_LABEL =
  /(?:[说称道问答讲]|表示|指出|认为|介绍|强调|透露|告诉|写道|回应|如下|包括|以下|例如|比如|其中|因此|记者|读者|同事|朋友|女士|先生|同志)$|^(?:各位|诸位|尊敬的|亲爱的|敬爱的|广大|所以|但是|注意|编者按)/u;
/** UTF-16 units of what a label says at most: more is a paragraph that happens to begin so. */
const VALUE_LIMIT = 160;
/** Fewer labelled lines make no list of them. */
const LEAST = 2;

/** The labelled lines of an article that has some; a label that comes again and again is whoever speaks. */
export function labelledLines(article: Article): readonly LabelledLine[] {
  const found = article.paragraphs.flatMap((paragraph): LabelledLine[] => {
    if (paragraph.row !== undefined) return [];
    const text = slice(article.text, paragraph.span);
    if (text.length > VALUE_LIMIT || text.includes('\n')) return [];
    const { before = '', label = '', mark = '', value } = LINE.exec(text)?.groups ?? {};
    if (value === undefined || NO_LABEL.test(label)) return [];
    const at = paragraph.span.start + before.length;
    const from = at + label.length + mark.length;
    return [
      {
        paragraph,
        label: span(at, at + label.length),
        value: span(from, from + value.trimEnd().length),
      },
    ];
  });
  const words = found.map(({ label }) => slice(article.text, label));
  const once = found.filter(
    (_, i) => words.indexOf(words[i] ?? '') === words.lastIndexOf(words[i] ?? ''),
  );
  return once.length >= LEAST ? once : [];
}
