import type { AnalysedText } from '../../language/analysed-text.ts';
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
/** Marks at which what is said of the one ends. */
const ENDS = /[。!?;]/u;

/**
 * The one of several in such a form around which, and before the next of which, most of the question's
 * words stand: 第12分钟，林远射门；第45+1分钟，方文破门. Undefined where the question asks for none.
 */
export function toldByForm(
  { normalized, content }: Question,
  sentences: readonly AnalysedText[],
): Place | undefined {
  const form = FORMS.find(([asked]) => asked.test(normalized))?.[1];
  if (form === undefined) return undefined;
  const words = content.map(({ text }) => text).filter(({ length }) => length > 1);
  const told = sentences.flatMap(({ normalized: { text } }, sentence) => {
    const found = [...text.matchAll(form)];
    return found.map(({ 0: said, index: start }, place) => {
      const end = start + said.length;
      const before = place > 0 ? '' : (text.slice(0, start).split(ENDS).at(-1) ?? '');
      const behind = text.slice(end, found[place + 1]?.index).split(ENDS, 1)[0] ?? '';
      const around = before + behind;
      const held = words.filter((word) => around.includes(word)).length;
      return { sentence, phrase: { start, end }, held };
    });
  });
  const most = Math.max(...told.map(({ held }) => held));
  return told.find(({ held }) => held === most);
}
