import type { Paragraph } from '../../article/article.ts';
import { normalize } from '../../language/normalize.ts';
import { bareTerm } from '../../language/terms.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import type { Question } from '../../question/question.ts';
import { slice } from '../../util/span.ts';
import { labelAsked } from './labelled-line.ts';
import type { Ranked } from './rank.ts';

/** Whether a question is no more than what is asked for: 在哪里, 怎么去. */
function namesNothing({ content }: Question): boolean {
  return !content.some(({ text }) => text.length > 1);
}

/** Whether all that a question names is said by the heading of a sentence. */
function isNamedByHeading(
  { content }: Question,
  { found: { paragraph }, sentence }: Ranked,
): boolean {
  if (paragraph.heading === undefined || sentence !== paragraph.sentences[0]) return false;
  const heading = normalize(paragraph.heading).text;
  const telling = content.filter(({ text }) => text.length > 1);
  return telling.length > 0 && telling.every(({ text }) => heading.includes(text));
}

/** What kind of question the text below a heading answers: 接种时间, 报名地点. */
const TOLD_BELOW: Partial<Record<AnswerType, RegExp>> = {
  date: /(?:时间|日期|期限)$/u,
  place: /(?:地点|地址|位置|场所)$/u,
  money: /(?:费用|价格|票价|收费(?:标准)?)$/u,
};
/** 开放时间, 营业时间: the hours of a place, of each kind of day in a sentence of their own. */
const HOURS = /(?:开放|营业|服务|办公|办理|工作|接待|门诊|开馆|上班)时间$/u;
const HOUR = /[0-9]{1,2}[:时点]/u;
const NUMBERING = /^[(]?[0-9一二三四五六七八九十]{1,3}[)、.]\s?/u;

/** Words that say nothing of what is done. */
const DONE = /^(?:开始|结束|截止|开展|进行|可以|需要|办理?|搞|.)$/u;
/** The same of when a place is open, and when of the day and the week that is. */
const OPEN =
  /^(?:[开关闭]门|开放|营业|[上下]班|[早中晚]上|[上下]午|中午|周[末一二三四五六日]|星期.|平时|工作日|节假日)$/u;

/**
 * Whether a sentence stands first below a heading for what is asked of the thing that is asked about, or
 * that its article is about, where nothing else is asked: 接种时间 for 什么时候打流感疫苗.
 */
function isToldBelow(
  { type, content, alternatives }: Question,
  { found: { article, paragraph }, index, sentence }: Ranked,
): boolean {
  const kind = TOLD_BELOW[type];
  if (kind === undefined || paragraph.heading === undefined) return false;
  const heading = normalize(paragraph.heading).text.replace(NUMBERING, '');
  if (!kind.test(heading)) return false;
  const title = normalize(article.title).text;
  const isAbout = content.some(({ text }) => text.length > 1 && title.includes(text));
  const says = (words: RegExp) =>
    content.some(({ text }) => !title.includes(text) && !DONE.test(text) && !words.test(text));
  if (HOURS.test(heading)) {
    return !says(OPEN) && HOUR.test(slice(article.text, sentence.span));
  }
  const of = heading.replace(kind, '');
  if (index > 0 || of.length < 2) return false;
  const isOf = content.some(({ text }) =>
    [text, ...(alternatives.get(text) ?? []).map(bareTerm)].some((form) => form.includes(of)),
  );
  return isOf || (isAbout && title.includes(of) && !says(DONE));
}

/**
 * Whether a sentence is told for what it is by the heading above it, or a line below the heading that the
 * question names, or any where it names nothing, is labelled as what it asks for: such a line says nothing
 * else of the question, so that counting its words tells nothing.
 */
export function isLabelledAnswer(question: Question, candidate: Ranked): boolean {
  if (isToldBelow(question, candidate)) return true;
  const { found, sentence } = candidate;
  const label = labelAsked(question, normalize(slice(found.article.text, sentence.span)).text);
  // 在哪里 names nothing, and only the label says what a line tells
  return label !== undefined && (namesNothing(question) || isNamedByHeading(question, candidate));
}

/** Kinds of answers that are told in sentences, one after the other, and not in a word or a figure. */
const TOLD: ReadonlySet<AnswerType> = new Set(['method', 'reason', 'definition']);

/** Log-odds within which a sentence further down is no better than the first one below its heading. */
const LIKE = 1;
/** The same below a heading that is the question itself. */
const LIKE_WHERE_ASKED = 4;
/** The same below a heading that says what is told below it. */
const LIKE_WHERE_TOLD = 6;
/** Characters that a heading may have beside those of the question that it is. */
const BESIDE = 3;

/**
 * The ranked sentences with the one first that stands first below a heading that asks the question,
 * where the best stands further below and is hardly better: what a heading asks is answered at once.
 */
export function firstUnderHeading(
  question: Question,
  ranked: readonly Ranked[],
): readonly Ranked[] {
  const [best] = ranked;
  const told = ranked.find((candidate) => isToldBelow(question, candidate));
  if (best !== undefined && told !== undefined && told.score >= best.score - LIKE_WHERE_TOLD) {
    return [told, ...ranked.filter((one) => one !== told)];
  }
  const isTold = !question.typed || TOLD.has(question.type);
  if (best === undefined || !isTold || !isNamedByHeading(question, best)) return ranked;
  const { article, paragraph } = best.found;
  const { paragraphs } = article;
  let first = paragraph.number;
  while (first > 1 && paragraphs[first - 2]?.heading === paragraph.heading) first--;
  const opening = ranked.find(
    ({ found, index }) =>
      found.article === article && found.paragraph.number === first && index === 0,
  );
  const like = isAsked(question, paragraph) ? LIKE_WHERE_ASKED : LIKE;
  if (opening === undefined || opening === best || opening.score < best.score - like) return ranked;
  return [opening, ...ranked.filter((one) => one !== opening)];
}

/**
 * Whether a sentence stands first below a heading that is the question itself: it need share no word with
 * what it answers, so that how it is ranked tells nothing.
 */
export function isAskedByHeading(question: Question, candidate: Ranked): boolean {
  return isNamedByHeading(question, candidate) && isAsked(question, candidate.found.paragraph);
}

/** Whether the heading of a paragraph has hardly more characters, or fewer, than the question that it names. */
function isAsked({ normalized }: Question, { heading }: Paragraph): boolean {
  const asked = normalize(heading ?? '').text;
  return Math.abs(asked.length - normalized.length) <= BESIDE;
}
