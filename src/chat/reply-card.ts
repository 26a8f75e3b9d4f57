import type { Article } from '../article/article.ts';
import { sourceUrl } from '../article/source-url.ts';
import { describe } from '../figures/describe.ts';
import { messagesFor } from '../reply/messages/index.ts';
import type { Reply } from '../reply/reply.ts';
import { type ArticleDigests, digest } from './article-digests.ts';
import type { Ref, Show } from './button-action.ts';
import type { Block, Button, Card } from './card.ts';
import { citation } from './cite.ts';
import type { Texts } from './texts/index.ts';

/** Figures that an answer lists: all of them stand in its quotation or paragraph. */
const FIGURES = 8;

/** The article that a suggested question is about. */
export type SuggestedOf = (question: string) => Article | undefined;

/** A reply as a message: the quotation, its figures and its place; or why there is none. */
export function replyCard(
  reply: Reply,
  texts: Texts,
  digests: ArticleDigests,
  suggestedOf: SuggestedOf,
): Card {
  const answered = reply.outcome === 'answered';
  const refs = reply.passages.flatMap((passage) => digests.refOf(passage) ?? []);
  return {
    answered,
    blocks: answered ? answer(reply, digests) : refusal(reply),
    ...(refs.length > 0 && { view: firstView(reply, refs) }),
    ...sourceLink(reply, texts, digests),
    buttons: [
      ...(reply.outcome === 'help' ? [] : [votes(refs[0])]),
      ...suggestions(reply.suggestions, suggestedOf, digests).map((button) => [button]),
    ],
  };
}

function answer(reply: Reply, digests: ArticleDigests): Block[] {
  const { question, lead, highlights, figures, passages, notice } = reply;
  const say = messagesFor(question);
  const blocks: Block[] = [{ kind: 'quote', text: lead, bold: highlights }];
  for (const figure of figures.slice(0, FIGURES))
    blocks.push({ kind: 'figure', text: figure.text, about: describe(figure) });
  if (figures.length > FIGURES)
    blocks.push({ kind: 'note', text: say.firstFigures(figures.length, FIGURES) });
  const [first] = passages;
  const article = first && digests.named(first.article);
  if (first && article) blocks.push(citation(article, first.paragraph, say, first.also));
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

function firstView({ outcome, lead, passages }: Reply, refs: readonly Ref[]): Show {
  const whole = passages[0]?.text === lead;
  const manner = outcome !== 'answered' ? 'open' : whole ? 'closed' : 'folded';
  return { kind: 'show', refs, at: 0, part: 0, manner, closes: outcome === 'answered' };
}

/** Leads to the page that an answer was quoted from, where it has an address. */
function sourceLink(
  { outcome, passages: [first] }: Reply,
  { source }: Texts,
  digests: ArticleDigests,
): Pick<Card, 'link'> {
  const article = first && digests.named(first.article);
  const url = outcome === 'answered' && article ? sourceUrl(article) : undefined;
  return url === undefined ? {} : { link: { label: source, url } };
}

function votes(ref: Ref | undefined): Button[] {
  return [true, false].map((up) => ({
    label: up ? '👍' : '👎',
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
