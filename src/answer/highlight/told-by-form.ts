import type { AnalysedText } from '../../language/analysed-text.ts';
import { bareTerm } from '../../language/terms.ts';
import type { Question } from '../../question/question.ts';
import type { AnswerSpan } from '../spans/typed-spans.ts';

/** A phrase, and in which of some sentences it stands. */
export interface Place {
  readonly sentence: number;
  readonly phrase: AnswerSpan;
}

/** What is told in a form that holds marks, which no phrase is made of: a score, a minute of a match. */
const FORMS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [
    /比分|几比几/u,
    /(?<![0-9.:∶+-])[0-9]{1,3}\s?[-:∶比–—]\s?[0-9]{1,3}(?![0-9.:∶-]|\s?[日月号点时分])/gu,
  ],
  [/第几分钟/u, /第\s?[0-9]{1,3}(?:\+[0-9]{1,2})?\s?分钟?/gu],
  [/几折|打多少折/u, /[0-9一二三四五六七八九.]{1,3}折(?![扣叠])/gu],
  [/(?<!第)[几哪]路/u, /[a-z]{0,2}[0-9]{1,4}路(?:、[a-z]{0,2}[0-9]{1,4}路){0,9}/gu],
  [/哪一?个?站/u, /(?<=[至到在于、,])\p{Script=Han}{2,6}站(?=[下出换转上乘,。、;)]|$)/gu],
];
/** Numbers that one calls, each behind the word that says what it is. */
const CALLED: readonly (readonly [asked: RegExp, label: string])[] = [
  [/传真/u, '传真'],
  [/(?<!手机)电话|热线|专线/u, '(?:电话|热线|专线|致电|拨打|拨|联系方式)'],
];
const NUMBER = String.raw`(?:\(?0[0-9]{1,4}\)?[-—–]{0,2}\s?)?[0-9]{3,8}(?:[-—–][0-9]{3,8}){0,2}`;

/** Marks at which what is said of the one ends. */
const ENDS = /[。!?;]/u;

/**
 * The one of several in such a form around which, and before the next of which, most of the question's
 * words stand: 第12分钟，林远射门；第45+1分钟，方文破门. Undefined where the question asks for none.
 */
export function toldByForm(
  { normalized, content, alternatives }: Question,
  sentences: readonly AnalysedText[],
): Place | undefined {
  const label = CALLED.find(([asked]) => asked.test(normalized))?.[1];
  const form =
    label === undefined
      ? FORMS.find(([asked]) => asked.test(normalized))?.[1]
      : new RegExp(`(?<=${label}[^0-9。]{0,8})${NUMBER}(?![0-9])`, 'gu');
  if (form === undefined) return undefined;
  const words = content.map(({ text }) => text).filter(({ length }) => length > 1);
  const formsOf = (word: string) => [word, ...(alternatives.get(word) ?? []).map(bareTerm)];
  const told = sentences.flatMap(({ normalized: { text } }, sentence) => {
    const found = [...text.matchAll(form)];
    return found.map(({ 0: said, index: start }, place) => {
      const end = start + said.length;
      const before = place > 0 ? '' : (text.slice(0, start).split(ENDS).at(-1) ?? '');
      const behind = text.slice(end, found[place + 1]?.index).split(ENDS, 1)[0] ?? '';
      const last = found[place - 1];
      const ahead = text.slice(last === undefined ? 0 : last.index + last[0].length, start);
      // what is called stands before its number
      const around = label === undefined ? before + behind : ahead;
      const isHeld = (word: string) => formsOf(word).some((form) => around.includes(form));
      const held = words.filter(isHeld).length;
      return { sentence, phrase: { start, end }, held };
    });
  });
  const most = Math.max(...told.map(({ held }) => held));
  const [first, ...others] = told.filter(({ held }) => held === most);
  // whose number is called is not told apart by the question's own words: 监督电话 for 投诉
  return label !== undefined && others.length > 0 ? undefined : first;
}
