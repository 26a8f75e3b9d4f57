import type { Refusal } from '../figures/arithmetic.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { isEnglish } from '../language/is-english.ts';
import { englishAmount, englishPeriod, spokenPeriod } from './format-values.ts';
import type { Passage } from './reply.ts';

/** All that a reply says in our own words. Names and periods come as `period` and the data give them. */
export interface Messages {
  readonly notInText: string;
  /** Which of several articles a question is about cannot be told. */
  readonly whichMeant: string;
  readonly headUnknown: string;
  readonly tooLong: string;
  readonly unreadable: string;
  readonly help: string;
  readonly noSuchNumber: string;
  readonly nearest: string;
  readonly mayAsk: string;
  period(period: string): string;
  list(words: readonly string[]): string;
  notMentioned(word: string): string;
  /** What was read otherwise than typed. */
  assumed(words: readonly (readonly [typed: string, read: string])[]): string;
  noFigureOf(side: string): string;
  nothingOf(periods: string): string;
  onlyFiguresOf(asked: string, held: string): string;
  /** `nearest` is whom or which direction the nearest figure is of. */
  noFigureFor(asked: string, nearest: string | undefined): string;
  /** `held` is what the article says instead. */
  noChange(change: 'up' | 'down', held: string | undefined): string;
  readonly otherDirection: string;
  /** What several articles say, where it is not the same; with its period where that differs. */
  reported(claims: readonly Claim[], withPeriod: boolean): string;
  /** Which other articles say the same. */
  alsoSaid(claims: readonly Claim[]): string;
  // comparisons
  readonly equal: string;
  higher(name: string): string;
  lower(name: string): string;
  caution(said: string): string;
  refusal(reason: Refusal, said: string): string;
  /** Joins the parts of one notice. */
  sentence(parts: readonly string[]): string;
  /** What an answer is, for who cannot read it; '' where its reader can. */
  labelOfFigure(figure: Figure, measure: string, actor: string | undefined): string;
  labelOfPassage(passage: Passage): string;
  citation(passage: Cited, date?: string): string;
}

/** What one article says, for a notice that sets it beside another's; `text` is its own characters. */
export interface Claim {
  readonly title: string;
  readonly date?: string;
  readonly text: string;
  readonly period?: string;
}

/** What a citation says of a passage. */
export type Cited = Pick<Passage, 'title' | 'paragraph' | 'heading' | 'page' | 'also'>;

/** Other places that a citation names; of more it says the number. */
const PLACES_NAMED = 2;

export const CHINESE: Messages = {
  notInText: '文中没有说。',
  whichMeant: '有好几篇文章，看不出问的是哪一件事；请说出名称、地点或时间。',
  headUnknown: '文章没有注明。',
  tooLong: '问题太长，请用一两句话来问。',
  unreadable: '文章暂时读不出来，请稍后再问。',
  help: '用一句话提问，我用文章的原话回答；文章没有说的，我会照实说。',
  noSuchNumber: '文中没有说这个数字。',
  nearest: '最接近的原文（不是答案）：',
  mayAsk: '可以问：',
  period: spokenPeriod,
  list: (words) => words.join('、'),
  notMentioned: (word) => `文中没有提到“${word}”。`,
  assumed: (words) => `已把${words.map(([typed, read]) => `“${typed}”当作“${read}”`).join('，')}。`,
  noFigureOf: (side) => `文中没有${side}的数字，不能比较。`,
  nothingOf: (periods) => `文中没有说${periods}的情况。`,
  onlyFiguresOf: (asked, held) => `文中没有${asked}的数字，只有${held}的。`,
  noFigureFor: (asked, nearest) =>
    nearest === undefined
      ? `文中没有${asked}的数字。`
      : `文中没有${asked}的数字，最接近的是${nearest}的。`,
  noChange: (change, held) =>
    `文中没有说${change === 'up' ? '增长' : '下降'}了多少${held === undefined ? '' : `，说的是${held}`}。`,
  reported: (claims, withPeriod) =>
    `${claims
      .map(({ title, date, text, period }) => {
        const when = withPeriod && period !== undefined ? spokenPeriod(period) : '';
        return `《${title}》${date === undefined ? '' : `（${date}）`}说${when === '' ? '' : `${when}为`}${text}`;
      })
      .join('，')}。`,
  alsoSaid: (claims) =>
    `${claims
      .map(({ title, date }) => `《${title}》${date === undefined ? '' : `（${date}）`}`)
      .join('、')}也这样说。`,
  otherDirection: '另一方向',
  equal: '两者相同',
  higher: (name) => `${name}的更高`,
  lower: (name) => `${name}的更低`,
  caution: (said) => said,
  refusal: (_, said) => said,
  sentence: (parts) => `${parts.join('；')}。`,
  labelOfFigure: () => '',
  labelOfPassage: () => '',
  citation: ({ title, paragraph, heading, page, also = [] }, date) => {
    const when = date === undefined ? '' : `（${date}）`;
    const leaf = page === undefined ? '' : `第${page}页`;
    const place = paragraph === 0 ? '文首' : `${leaf}第${paragraph}段`;
    const others = also.slice(0, PLACES_NAMED).map((other) => {
      const facts = [other.source, other.date].filter((fact) => fact !== undefined).join('，');
      return `《${other.title}》${facts === '' ? '' : `（${facts}）`}第${other.paragraph}段`;
    });
    const more = also.length > PLACES_NAMED ? `等${also.length}处` : '';
    const elsewhere = others.length === 0 ? '' : `；又见${others.join('、')}${more}`;
    return `——《${title}》${when}${place}${heading === undefined ? '' : `，${heading}`}${elsewhere}`;
  },
};

const REFUSALS: Readonly<Record<Refusal, string>> = {
  count: 'There are not enough figures to compare.',
  unit: 'The figures are in different units and cannot be reckoned with together.',
  period: 'The figures are of different periods and cannot be reckoned with together.',
  actor: 'The figures are of different places or organisations.',
  range: 'The article gives a range, which yields no exact figure.',
  ordinal: 'Ordinal numbers cannot be reckoned with.',
  zero: 'The divisor is zero.',
};

export const ENGLISH: Messages = {
  notInText: 'The article does not say.',
  whichMeant: 'There are several articles: say which name, place or time is meant.',
  headUnknown: 'The article does not state this.',
  tooLong: 'The question is too long: please ask in a sentence or two.',
  unreadable: 'The articles cannot be read just now: please ask again later.',
  help: 'Ask in a sentence. I answer in the article’s own words, in Chinese, and say so where it does not answer.',
  noSuchNumber: 'The article does not give this number.',
  nearest: 'Nearest passage (not an answer):',
  mayAsk: 'You may ask:',
  period: englishPeriod,
  list: (words) => words.join(', '),
  notMentioned: (word) => `The article does not mention “${word}”.`,
  assumed: (words) => `Read ${words.map(([typed, read]) => `“${typed}” as “${read}”`).join(', ')}.`,
  noFigureOf: (side) => `The article has no figure for ${side}, so there is nothing to compare.`,
  nothingOf: (periods) => `The article says nothing of ${periods}.`,
  onlyFiguresOf: (asked, held) =>
    `The article has no figure for ${asked}; it only has figures for ${held}.`,
  noFigureFor: (asked, nearest) =>
    nearest === undefined
      ? `The article has no figure for ${asked}.`
      : `The article has no figure for ${asked}; the nearest is for ${nearest}.`,
  noChange: (change, held) =>
    `The article does not say by how much it ${change === 'up' ? 'rose' : 'fell'}${held === undefined ? '' : `; what it gives is “${held}”`}.`,
  reported: (claims, withPeriod) =>
    `${claims
      .map(({ title, date, text, period }) => {
        const when = withPeriod && period !== undefined ? ` for ${englishPeriod(period)}` : '';
        return `《${title}》${date === undefined ? '' : ` (${date})`} says ${text}${when}`;
      })
      .join('; ')}.`,
  alsoSaid: (claims) =>
    `${claims
      .map(({ title, date }) => `《${title}》${date === undefined ? '' : ` (${date})`}`)
      .join(' and ')} ${claims.length === 1 ? 'says' : 'say'} the same.`,
  otherDirection: 'the other direction',
  equal: 'Both are equal',
  higher: (name) => `Higher: ${name}`,
  lower: (name) => `Lower: ${name}`,
  caution: (said) => (said === '' ? '' : 'the figures are not exact, nor is the result'),
  refusal: (reason) => REFUSALS[reason],
  sentence: (parts) => `${parts.join('; ')}.`,
  labelOfFigure: (figure, measure, actor) =>
    `Figure: ${[
      englishAmount(figure),
      measure,
      figure.period === undefined ? undefined : englishPeriod(figure.period),
      actor,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ')}`,
  labelOfPassage: ({ paragraph, title }) =>
    paragraph === 0
      ? `From the head of 《${title}》, in Chinese`
      : `Passage ${paragraph} of 《${title}》, in Chinese`,
  citation: ({ title, paragraph, heading, page, also = [] }, date) => {
    const when = date === undefined ? '' : ` (${date})`;
    const leaf = page === undefined ? '' : `page ${page}, `;
    const place = paragraph === 0 ? 'head' : `${leaf}paragraph ${paragraph}`;
    const others = also.slice(0, PLACES_NAMED).map((other) => {
      const facts = [other.source, other.date].filter((fact) => fact !== undefined).join(', ');
      return `《${other.title}》${facts === '' ? '' : ` (${facts})`}, paragraph ${other.paragraph}`;
    });
    const more = also.length > PLACES_NAMED ? ` and ${also.length - PLACES_NAMED} more` : '';
    const elsewhere = others.length === 0 ? '' : `; also in ${others.join('; ')}${more}`;
    return `— 《${title}》${when}, ${place}${heading === undefined ? '' : `, ${heading}`}${elsewhere}`;
  },
};

/** Our own words in the language that a question is asked in. */
export function messagesFor(question: string): Messages {
  return isEnglish(question) ? ENGLISH : CHINESE;
}
