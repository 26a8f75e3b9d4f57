import { aboutArticle, isAllAbout } from '../../../article/about-article.ts';
import { simplifiedArticle } from '../../../figures/parts/simplified-article.ts';
import type { AnalysedText } from '../../../language/analysed-text.ts';
import { normalize } from '../../../language/normalize.ts';
import type { ParagraphIndex } from '../../../search/paragraph-index.ts';
import { lazy } from '../../../util/lazy.ts';
import { slice } from '../../../util/span.ts';
import type { Ranked } from '../../rank/rank.ts';
import { endOfListBelow } from '../announced-list.ts';

/** The texts, normalised, in which what a question demands of a sentence is looked for. */
export interface Reading {
  readonly sentence: string;
  readonly cut: AnalysedText;
  /** The article's, ISO 8601. */
  readonly date: string | undefined;
  /** The heading that it stands below; '' where there is none. */
  heading(): string;
  /** The sentence with those before and behind it, the title, the heading and the article's first sentence. */
  near(): string;
  /** The sentence with the one on either side. */
  beside(): string;
  /** Its whole paragraph, with title, heading and the article's first sentence. */
  paragraph(): string;
  /** The sentences of the list below that it announces: 开放时间为: says no time itself. */
  announced(): readonly AnalysedText[];
  /** What is being spoken of when the sentence begins: title, heading, the article's first sentence, the paragraph up to the sentence and with it. */
  soFar(): string;
  /** The sentences before it in its paragraph, in order. */
  before(): readonly AnalysedText[];
  /** The paragraph behind the sentence. */
  later(): string;
  /** Whether the article is about a name all along. */
  isAllAbout(name: string): boolean;
  /** The whole article, simplified; Latin letters are as they are written. */
  article(): string;
}

/** Tells why a sentence does not meet something; false where it does. */
export type Fails = (reading: Reading) => boolean;

export function readingOf(
  { found: { article, paragraph }, sentence, index: at }: Ranked,
  index: ParagraphIndex,
): Reading {
  const { sentences } = paragraph;
  const read = (from: number, to: number) =>
    sentences
      .slice(Math.max(0, from), to)
      .map((one) => closedUp(index.sentence(article, one).normalized.text));
  const about = lazy(() => {
    const first = article.paragraphs[0]?.sentences[0];
    const opening = first === undefined ? '' : slice(article.text, first.span);
    return normalize([aboutArticle(article), paragraph.heading ?? '', opening].join('\n')).text;
  });
  const cut = index.sentence(article, sentence);
  return {
    cut,
    date: article.date,
    sentence: closedUp(cut.normalized.text),
    heading: lazy(() => normalize(paragraph.heading ?? '').text),
    near: lazy(() => [about(), ...read(at - 1, at + 2)].join('\n')),
    beside: lazy(() => read(at - 1, at + 2).join('\n')),
    paragraph: lazy(() => [about(), ...read(0, sentences.length)].join('\n')),
    soFar: lazy(() => [about(), ...read(0, at + 1)].join('\n')),
    announced: lazy(() => {
      const end = endOfListBelow(article, paragraph, sentence.span.start) ?? 0;
      return article.paragraphs
        .filter(({ span }) => span.start >= paragraph.span.end && span.end <= end)
        .flatMap((item) => item.sentences.map((one) => index.sentence(article, one)));
    }),
    before: lazy(() => sentences.slice(0, at).map((one) => index.sentence(article, one))),
    later: lazy(() => read(at + 1, sentences.length).join('\n')),
    isAllAbout: (name) => isAllAbout(simplifiedArticle(article), name),
    article: () => simplifiedArticle(article).text,
  };
}

/** White space between a number and what it is of: 3 月 20 日. */
const SPACED = /(?<=[0-9])[ \t](?=\p{Script=Han})|(?<=\p{Script=Han})[ \t](?=[0-9])/gu;

function closedUp(text: string): string {
  return text.replace(SPACED, '');
}
