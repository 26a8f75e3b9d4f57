import type { Article } from '../article/article.ts';
import { paragraphText } from '../article/paragraph-text.ts';
import { cellsOf, rowInWords } from '../reply/row-in-words.ts';
import type { ArticleDigests } from './article-digests.ts';
import type { Show } from './button-action.ts';
import type { Block, Button, View } from './card.ts';
import { citation } from './cite.ts';
import type { Speech } from './speech.ts';
import { parts, type Size } from './split.ts';

/**
 * The paragraph that a view shows, and the buttons that lead on. `room` is how many UTF-16 units
 * the quotation may take by `size`; what is longer is shown in parts, each of whole sentences.
 * Undefined when the article has changed or gone since the button was made.
 */
export function viewOf(
  show: Show,
  digests: ArticleDigests,
  { texts, say }: Speech,
  room: number,
  size?: Size,
): View | undefined {
  const { refs, at, manner, closes } = show;
  const ref = refs[at];
  const article = ref && digests.find(ref.article);
  const text = article && textShown(article, ref.paragraph);
  if (!ref || !article || text === undefined) return undefined;

  const pages = parts(text, Math.max(room, 1), size);
  const part = Math.min(show.part, pages.length - 1);
  const [start, end] = pages[part] ?? [0, 0];
  const quote: Block = {
    kind: 'quote',
    text: text.slice(start, end),
    bold: [],
    ...(manner === 'folded' && { folded: true }),
  };
  const buttons: Button[] = [];
  const isOfSeveral = manner === 'several' || manner === 'chosen';
  const open = isOfSeveral ? 'chosen' : 'open';
  const add = (label: string, change: Partial<Show>) =>
    buttons.push({ label, action: { ...show, part: 0, manner: open, ...change } });

  if (manner === 'several') {
    for (const place of refs.keys()) add(texts.paragraphOf(place + 1), { at: place });
    return { blocks: [], buttons };
  }
  if (manner !== open) {
    if (manner !== 'whole') add(manner === 'nearest' ? texts.nearest : texts.wholeParagraph, {});
    if (manner !== 'nearest' && at + 1 < refs.length) add(texts.next, { at: at + 1 });
    // half a paragraph is not worth folding: the button shows it in parts
    const fits = manner === 'folded' && pages.length === 1;
    return { blocks: fits ? [quote] : [], buttons };
  }

  if (part > 0) add(texts.earlierPart, { part: part - 1 });
  if (part + 1 < pages.length) add(texts.laterPart, { part: part + 1 });
  if (at > 0) add(texts.previous, { at: at - 1 });
  if (closes) add(texts.close, { at: 0, manner: isOfSeveral ? 'several' : 'folded' });
  if (at + 1 < refs.length) add(texts.next, { at: at + 1 });
  const place = [
    refs.length > 1 ? texts.placeInList(at + 1, refs.length) : '',
    pages.length > 1 ? texts.partOfParagraph(part + 1, pages.length) : '',
  ].filter(Boolean);
  return {
    blocks: [
      ...(place.length > 0 ? [{ kind: 'note', text: texts.facts(place) } as const] : []),
      quote,
      citation(article, ref.paragraph, say, digests),
    ],
    buttons,
    shown: ref,
  };
}

/** A paragraph as it is shown: a table's row with its heads. */
function textShown(article: Article, number: number): string | undefined {
  const paragraph = article.paragraphs[number - 1];
  const cells = paragraph && cellsOf(article, paragraph);
  const row = cells && rowInWords({ cells, start: paragraph.span.start });
  return row?.text ?? paragraphText(article, number);
}
