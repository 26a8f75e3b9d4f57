import type { Article } from '../article/article.ts';
import { describe } from '../figures/describe.ts';
import { messagesFor } from '../reply/messages/index.ts';
import { citationOf, openingOf, quotationsOf } from '../reply/quotations.ts';
import type { Reply } from '../reply/reply.ts';
import { type ArticleDigests, digest } from './article-digests.ts';
import type { Ref, Show } from './button-action.ts';
import type { Block, Button, Card } from './card.ts';
import { cite } from './cite.ts';
import { DOWN, UP } from './texts.ts';

/** Figures that an answer lists: all of them stand in its quotation or paragraph. */
const FIGURES = 8;

/** The article that a suggested question is about. */
export type SuggestedOf = (question: string) => Article | undefined;

/** A reply as a message: its quotations, each with its figures and its place; or why there is none. */
export function replyCard(reply: Reply, digests: ArticleDigests, suggestedOf: SuggestedOf): Card {
  const answered = reply.outcome === 'answered';
  const { alternatives = [], passages } = reply;
  const isOfSeveral = alternatives.length > 0;
  const shown = isOfSeveral ? [...passages.slice(0, 1), ...alternatives] : passages;
  const refs = shown.flatMap((passage) => digests.refOf(passage) ?? []);
  return {
    answered,
    blocks: answered ? answer(reply, digests) : refusal(reply),
    ...(refs.length > 0 && { view: isOfSeveral ? viewOfSeveral(refs) : firstView(reply, refs) }),
    buttons: [
      ...(reply.outcome === 'help' ? [] : [votes(refs[0])]),
      ...suggestions(reply.suggestions, suggestedOf, digests).map((button) => [button]),
    ],
  };
}

function answer(reply: Reply, digests: ArticleDigests): Block[] {
  const { question, notice } = reply;
  const say = messagesFor(question);
  const blocks: Block[] = [];
  const opening = openingOf(reply, say);
  if (opening !== undefined) blocks.push({ kind: 'note', text: opening });
  for (const quotation of quotationsOf(reply)) {
    const { text, highlights, number } = quotation;
    blocks.push({ kind: 'quote', text, bold: highlights, ...(number !== undefined && { number }) });
    for (const figure of quotation.figures.slice(0, FIGURES))
      blocks.push({ kind: 'figure', text: figure.text, about: describe(figure) });
    if (quotation.figures.length > FIGURES)
      blocks.push({ kind: 'note', text: say.firstFigures(quotation.figures.length, FIGURES) });
    const { passage } = quotation;
    const article = passage && digests.named(passage.article);
    const cited =
      article &&
      citationOf(quotation, reply, say, ({ paragraph, also }) =>
        cite(article, paragraph, also, say),
      );
    if (cited !== undefined) blocks.push({ kind: 'citation', text: cited });
  }
  if (notice !== '') blocks.push({ kind: 'note', text: notice });
  return blocks;
}

function refusal({ question, notice, passages }: Reply): Block[] {
  return [
    { kind: 'words', text: notice },
    ...(passages.length > 0
      ? [{ kind: 'note', text: messagesFor(question).nearest } as const]
      : []),
  ];
}

/** A button for each quotation, which opens its paragraph. */
function viewOfSeveral(refs: readonly Ref[]): Show {
  return { kind: 'show', refs, at: 0, part: 0, manner: 'several', closes: true };
}

function firstView({ outcome, lead, passages }: Reply, refs: readonly Ref[]): Show {
  const whole = passages[0]?.text === lead;
  const manner = outcome !== 'answered' ? 'open' : whole ? 'closed' : 'folded';
  return { kind: 'show', refs, at: 0, part: 0, manner, closes: outcome === 'answered' };
}

function votes(ref: Ref | undefined): Button[] {
  return [true, false].map((up) => ({
    label: up ? UP : DOWN,
    action: { kind: 'vote', up, ...(ref && { ref }) },
  }));
}

function suggestions(
  questions: readonly string[],
  of: SuggestedOf,
  digests: ArticleDigests,
): Button[] {
  return questions.flatMap((question) => {
    const article = of(question);
    if (article === undefined) return [];
    const action = {
      kind: 'ask',
      article: digests.digestOf(article),
      question: digest(question),
    } as const;
    return [{ label: question, action }];
  });
}
