import { messagesFor } from '../../reply/messages/index.ts';
import { openingOf, quotationsOf } from '../../reply/quotations.ts';
import type { Passage, Reply } from '../../reply/reply.ts';
import { passageInWords } from '../../reply/row-in-words.ts';
import type { Range } from '../card.ts';
import { type SeriesQuery, seriesQuery } from './figures-page.ts';
import type { Figure, Library } from './library.ts';

/** A reply as a page shows it: the same in the same order as a chat does. */
export interface AnswerPage {
  readonly question: string;
  readonly isAnswered: boolean;
  /** Our words above an answer that is unsure. */
  readonly opening?: string;
  /** The quotations that answer, the lead first; none where nothing does. */
  readonly quotations: readonly PageQuotation[];
  readonly notice: string;
  /** The notice stands above: it holds the answer. */
  readonly isReckoned: boolean;
  /** Why this answer: a language model chose its sentence. */
  readonly chosenBy?: string;
  /** The parts of an outline, or else further passages; of a refusal the nearest. */
  readonly passages: readonly PagePassage[];
  readonly isOutline: boolean;
  /** What draws the figure of the answer among its like. */
  readonly chart?: SeriesQuery;
}

export interface PageQuotation {
  readonly text: string;
  readonly highlights: readonly Range[];
  readonly figures: readonly Figure[];
  /** Its number among several. */
  readonly number?: number;
  readonly passage?: PagePassage;
}

export interface PagePassage {
  readonly text: string;
  readonly article: string;
  readonly title: string;
  readonly paragraph: number;
  readonly heading?: string;
  readonly page?: number;
  readonly recognized?: true;
  /** The permanent address of the quotation from it; undefined where its article has gone. */
  readonly path?: string;
  readonly date?: string;
  readonly source?: string;
  readonly also: readonly PagePlace[];
}

interface PagePlace {
  readonly title: string;
  readonly paragraph: number;
  readonly path?: string;
}

export function answerPage(
  reply: Reply,
  library: Pick<Library, 'addressOf' | 'article' | 'figuresOf'>,
): AnswerPage {
  const { question, outcome, layout, passages, notice, figures } = reply;
  const say = messagesFor(question);
  const isOutline = layout === 'outline';
  const isAnswered = outcome === 'answered';
  const opening = openingOf(reply, say);
  const quotations = isAnswered && !isOutline ? quotationsOf(reply) : [];
  const chart = isAnswered && figures[0] && seriesQuery(figures[0], library);
  return {
    question,
    isAnswered,
    ...(opening !== undefined && { opening }),
    quotations: quotations.map(({ text, highlights, figures, number, passage, quoted }) => ({
      text,
      highlights,
      figures,
      ...(number !== undefined && { number }),
      ...(passage && { passage: passageOf(passage, library, quoted) }),
    })),
    notice,
    isReckoned: reply.reckoned ?? false,
    ...(reply.chosenBy === 'reader' && { chosenBy: say.byReader }),
    passages: (isAnswered && !isOutline ? passages.slice(1) : passages).map((passage) =>
      passageOf(passage, library),
    ),
    isOutline,
    ...(chart && { chart }),
  };
}

/** @param quotation the part of it that its address is to mark */
function passageOf(
  passage: Passage,
  library: Pick<Library, 'addressOf' | 'article'>,
  quotation = passage.text,
): PagePassage {
  const { article: id, title, paragraph, heading, page, recognized, also = [] } = passage;
  const { date, source } = library.article(id) ?? {};
  const path = library.addressOf(passage, quotation);
  return {
    text: passageInWords(passage),
    article: id,
    title,
    paragraph,
    ...(heading !== undefined && { heading }),
    ...(page !== undefined && { page }),
    ...(recognized && { recognized }),
    ...(path !== undefined && { path }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    also: also.map(({ article, title, paragraph }) => {
      const path = library.addressOf({ article, paragraph, start: 0, end: 0 });
      return { title, paragraph, ...(path !== undefined && { path }) };
    }),
  };
}
