import type { Article } from '../article/article.ts';
import { describe } from '../figures/describe.ts';
import { messagesFor } from '../reply/messages/index.ts';
import { citationOf, openingOf, quotationsOf } from '../reply/quotations.ts';
import type { Reply } from '../reply/reply.ts';
import { digest } from '../util/digest.ts';
import type { ArticleDigests } from './article-digests.ts';
import type { Action, Ref, Show } from './button-action.ts';
import type { Block, Button, Card } from './card.ts';
import { citationBlock, cite } from './cite.ts';
import { quotedPlace } from './place-link.ts';
import type { Texts } from './texts/index.ts';

/** A button that asks a question of an article's. */
type AskButton = Button & { readonly action: Extract<Action, { kind: 'ask' }> };

export function askButton(question: string, article: number): AskButton {
  return { label: question, action: { kind: 'ask', article, question: digest(question) } };
}

/** What a vote is shown as, in every language. */
export function voteMark(up: boolean): string {
  return up ? '👍' : '👎';
}

/** Figures that an answer lists: all of them stand in its quotation or paragraph. */
const FIGURES = 8;

/** Questions that one button unfolds into: more have no room in it. */
const FURTHER = 5;

/** The article that a suggested question is about. */
export type SuggestedOf = (question: string) => Article | undefined;

/**
 * A reply as a message: its quotations, each with its figures and its place; or why there is none.
 * @param isBrief the reply is a further one of a conversation: a refusal is one line
 */
export function replyCard(
  reply: Reply,
  isBrief: boolean,
  texts: Texts,
  digests: ArticleDigests,
  suggestedOf: SuggestedOf,
): Card {
  const answered = reply.outcome === 'answered';
  const { together = [], alternatives = [], passages } = reply;
  const others = [...together, ...alternatives];
  const isOfSeveral = others.length > 0;
  const shown = isOfSeveral ? [...passages.slice(0, 1), ...others] : passages;
  const refs = shown.flatMap((passage) => digests.refOf(passage) ?? []);
  const asks = suggestions(reply.suggestions, suggestedOf, digests);
  const folded = reply.outcome === 'help' ? undefined : furtherButton(asks, texts);
  return {
    answered,
    blocks: answered ? answer(reply, digests) : refusal(reply, isBrief),
    ...(refs.length > 0 && {
      view: isOfSeveral ? viewOfSeveral(refs) : firstView(reply, refs, isBrief),
    }),
    ...sourceLink(reply, texts, digests),
    buttons: [
      ...(reply.outcome === 'help' ? [] : [[...votes(refs[0]), ...(folded ? [folded] : [])]]),
      ...(folded ? [] : asks.map((button) => [button])),
    ],
  };
}

/** Folds questions about one article into one button; undefined where they are about several. */
function furtherButton(asks: readonly AskButton[], { further }: Texts): Button | undefined {
  const [first, ...others] = asks.slice(0, FURTHER).map(({ action }) => action);
  if (first === undefined) return undefined;
  if (others.some(({ article }) => article !== first.article)) return undefined;
  const questions = [first, ...others].map(({ question }) => question);
  return { label: further, action: { kind: 'further', article: first.article, questions } };
}

function answer(reply: Reply, digests: ArticleDigests): Block[] {
  const { question, notice } = reply;
  const say = messagesFor(question);
  const note: Block = { kind: reply.reckoned ? 'words' : 'note', text: notice };
  const blocks: Block[] = reply.reckoned ? [note] : [];
  const opening = openingOf(reply, say);
  if (opening !== undefined) blocks.push({ kind: 'note', text: opening });
  for (const quotation of quotationsOf(reply)) {
    const { text, highlights, number, quoted } = quotation;
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
        cite(article, paragraph, say, also),
      );
    if (article && cited !== undefined)
      blocks.push(
        citationBlock(cited, digests.linkTo(article, quotedPlace(article, passage, quoted))),
      );
  }
  if (notice !== '' && !reply.reckoned) blocks.push(note);
  return blocks;
}

function refusal({ question, notice, passages }: Reply, isBrief: boolean): Block[] {
  return [
    { kind: 'words', text: notice },
    ...(passages.length > 0 && !isBrief
      ? [{ kind: 'note', text: messagesFor(question).nearest } as const]
      : []),
  ];
}

/** A button for each quotation, which opens its paragraph. */
function viewOfSeveral(refs: readonly Ref[]): Show {
  return { kind: 'show', refs, at: 0, part: 0, manner: 'several', closes: true };
}

function firstView(
  { outcome, lead, passages }: Reply,
  refs: readonly Ref[],
  isBrief: boolean,
): Show {
  const closes = outcome === 'answered';
  const whole = passages[0]?.text === lead;
  const manner = closes ? (whole ? 'whole' : 'folded') : isBrief ? 'nearest' : 'open';
  return { kind: 'show', refs, at: 0, part: 0, manner, closes };
}

/** Leads to where an answer was quoted from, where that has an address. */
function sourceLink(
  { outcome, lead, passages: [first] }: Reply,
  { source }: Texts,
  digests: ArticleDigests,
): Pick<Card, 'link'> {
  const article = first && digests.named(first.article);
  if (outcome !== 'answered' || first === undefined || article === undefined) return {};
  const url = digests.linkTo(article, quotedPlace(article, first, lead));
  return url === undefined ? {} : { link: { label: source, url } };
}

function votes(ref: Ref | undefined): Button[] {
  return [true, false].map((up) => ({
    label: voteMark(up),
    action: { kind: 'vote', up, ...(ref && { ref }) },
  }));
}

function suggestions(
  questions: readonly string[],
  of: SuggestedOf,
  digests: ArticleDigests,
): AskButton[] {
  return questions.flatMap((question) => {
    const article = of(question);
    if (article === undefined) return [];
    return [askButton(question, digests.digestOf(article))];
  });
}
