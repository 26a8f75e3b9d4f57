import type { Figure } from '../figures/parts/figure.ts';
import type { Messages } from './messages/index.ts';
import type { Alternative, Passage, Reply } from './reply.ts';
import { rowInWords } from './row-in-words.ts';

/** The lead of an answer or an alternative to it, as it is shown. */
export interface ShownQuotation {
  /** The article's own characters; of a table's row, each cell behind the heads above it. */
  readonly text: string;
  /** In units of `text`. */
  readonly highlights: readonly (readonly [start: number, end: number])[];
  /** The figures that stand in it; those of the lead that stand in no quotation among the lead's. */
  readonly figures: readonly Figure[];
  /** The article's own characters, in one run. */
  readonly quoted: string;
  /** Where it stands; undefined where the reply names no place. */
  readonly passage: Passage | undefined;
  /** Its number among several, from 1; undefined where it stands alone. */
  readonly number: number | undefined;
}

/** The quotations of an answer, the lead first, each with the figures that come from it. */
export function quotationsOf({
  lead,
  highlights,
  figures,
  passages,
  together = [],
  alternatives = [],
}: Pick<
  Reply,
  'lead' | 'highlights' | 'figures' | 'passages' | 'together' | 'alternatives'
>): readonly [ShownQuotation, ...ShownQuotation[]] {
  const others: readonly Alternative[] = [...together, ...alternatives];
  const holder = (figure: Figure) =>
    others.findIndex(
      ({ article, start, end }) =>
        figure.article === article && figure.start >= start && figure.end <= end,
    );
  const several = others.length > 0;
  const [first] = passages;
  return [
    {
      ...shown(lead, highlights, first),
      figures: figures.filter((figure) => holder(figure) < 0),
      passage: first,
      number: several ? 1 : undefined,
    },
    ...others.map((passage, place) => ({
      ...shown(passage.text, passage.highlights, passage),
      figures: figures.filter((figure) => holder(figure) === place),
      passage,
      number: place + 2,
    })),
  ];
}

/** A quotation as it is shown, with what is highlighted in it. */
function shown(
  quoted: string,
  highlights: ShownQuotation['highlights'],
  passage: Passage | undefined,
): Pick<ShownQuotation, 'text' | 'highlights' | 'quoted'> {
  // of a row nothing less is quoted than all of it
  const row = passage?.text === quoted ? rowInWords(passage, highlights) : undefined;
  return { quoted, ...(row ?? { text: quoted, highlights }) };
}

/** Our words above an answer that is unsure; undefined above one that is sure. */
export function openingOf(
  { certainty, alternatives = [] }: Pick<Reply, 'certainty' | 'alternatives'>,
  say: Messages,
): string | undefined {
  if (certainty !== 'unsure') return undefined;
  return alternatives.length > 0 ? say.oneOfThese : say.notSure;
}

/** The citation of a quotation: short where it stands in the same article as the lead. */
export function citationOf(
  { passage, number = 1 }: ShownQuotation,
  { passages, chosenBy }: Pick<Reply, 'passages' | 'chosenBy'>,
  say: Messages,
  cite: (passage: Passage) => string = (one) => say.citation(one),
): string | undefined {
  if (passage === undefined) return undefined;
  if (number > 1)
    return passage.article === passages[0]?.article ? say.citationInSame(passage) : cite(passage);
  return chosenBy === 'reader' ? `${cite(passage)} · ${say.byReader}` : cite(passage);
}
