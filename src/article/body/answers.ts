import { type Span, slice, span } from '../../util/span.ts';
import type { TableRow } from '../article.ts';
import type { Line } from '../text/lines.ts';
import { trimSpan } from '../text/punctuation.ts';

/** A question longer than this is a paragraph of its own. */
const QUESTION_LIMIT = 200;

/** 问：, Q1:, 问题三：, 【问】, and the number of the pair before it. */
const QUESTION =
  /^(?:[（(]?\d{1,3}[）)]?\s*[.、．]?\s*)?[【[]?(?:问题?|問題?|提问|Q|Question)\s?[\d一二三四五六七八九十]{0,3}(?:\s?[:：]|[.．、](?=\D)|[】\]]\s?[:：]?)\s*/u;
const ANSWER =
  /^[【[]?(?:答案?|回答|解答|答复|答覆|回复|A|Answer)\s?[\d一二三四五六七八九十]{0,3}(?:\s?[:：]|[.．、](?=\D)|[】\]]\s?[:：]?)\s*/u;

/** How a line may begin that `QUESTION` or `ANSWER` matches. */
const SPEAKS = /^[（(【[\d\s.、．）)]{0,8}(?:[问問提答回解]|[QA]\W|[QA]\d|Question|Answer)/u;

/** Where a further question or answer begins within one paragraph: …？答：…。问：…？ */
const WITHIN =
  /(?<=[。！？!?…；;”」）)]\s{0,3})(?=[【[]?(?:问|問|答|Q|A)\s?\d{0,3}(?:\s?[:：]|[】\]]))/u;

/** The columns of a table of questions and answers. */
const QUESTION_COLUMN = /^(?:常见)?(?:问题?|提问|疑问|咨询内容|Q|Questions?)$/iu;
const ANSWER_COLUMN = /^(?:答案?|解答|回答|答复|回复|A|Answers?)(?:内容)?$/iu;

/**
 * Lines with each question apart from its answer, as the heading that it is: of 问：…, 答：… on two lines
 * or within one, and of a table of questions and answers. What says who speaks is no part of either.
 */
export function partAnswers(text: string, lines: readonly Line[]): readonly Line[] {
  const isRow = ({ markup }: Line) => markup?.kind === 'row' && markup.row !== undefined;
  // nearly no page has any, and looking at every line costs
  if (!lines.some((line) => SPEAKS.test(line.text) || isRow(line))) return lines;
  const parted = lines.flatMap((line) => fromRow(text, line) ?? fromSpeech(text, line));
  const asked = parted.map(
    ({ text: words, markup }) => markup?.kind !== 'row' && isQuestion(words),
  );
  const answered = parted.map(
    ({ text: words, markup }) => markup?.kind !== 'row' && ANSWER.test(words),
  );
  // without a word before the answers, several questions show that the page is made of them
  const several =
    asked.filter((each, i) => each && /[？?]$/u.test(parted[i]?.text ?? '')).length > 1;
  const isAnswered = (i: number) =>
    answered[i + 1] === true || (several && i + 1 < parted.length && asked[i + 1] !== true);
  let open = false;
  return parted.map((line, i): Line => {
    if (line.asks) return line;
    if (asked[i] && isAnswered(i)) {
      open = true;
      return { ...(cut(text, line, QUESTION) ?? line), asks: true };
    }
    if (!(open && answered[i])) return line;
    return cut(text, line, ANSWER) ?? line;
  });
}

function isQuestion(words: string): boolean {
  return words.length <= QUESTION_LIMIT && QUESTION.test(words);
}

/** The line without what `mark` matches at its beginning; undefined where nothing would be left. */
function cut(text: string, line: Line, mark: RegExp): Line | undefined {
  const length = mark.exec(line.text)?.[0].length ?? 0;
  return part(text, line, line.span.start + length, line.span.end);
}

function fromSpeech(text: string, line: Line): Line[] {
  const { text: words, markup, span: at } = line;
  const isText = markup === undefined || markup.kind === 'text';
  if (!isText || !(QUESTION.test(words) || ANSWER.test(words))) return [line];
  const lines: Line[] = [];
  let from: number = at.start;
  for (const piece of words.split(WITHIN)) {
    const one = part(text, line, from, from + piece.length);
    if (one !== undefined) lines.push(lines.length === 0 ? one : { ...one, gap: 'blank' });
    from += piece.length;
  }
  return lines;
}

/** A row of a table of questions and answers: its question as a heading, its answer as text. */
function fromRow(text: string, line: Line): Line[] | undefined {
  const row = line.markup?.kind === 'row' ? line.markup.row : undefined;
  const question = row && cellUnder(text, row, QUESTION_COLUMN);
  const answer = row && cellUnder(text, row, ANSWER_COLUMN);
  if (question === undefined || answer === undefined || question.end > answer.start)
    return undefined;
  const { markup: _, ...plain } = line;
  const [asked, told] = [question, answer].map((at) => part(text, plain, at.start, at.end));
  if (asked === undefined || told === undefined) return undefined;
  return [
    { ...asked, gap: 'blank', asks: true },
    { ...told, gap: 'blank' },
  ];
}

function cellUnder(text: string, { cells }: TableRow, column: RegExp): Span | undefined {
  return cells.find(({ above: [name] }) => name !== undefined && column.test(slice(text, name)))
    ?.span;
}

function part(text: string, line: Line, from: number, to: number): Line | undefined {
  const at = trimSpan(text, from, to);
  return at === undefined
    ? undefined
    : { ...line, span: span(at.start, at.end), text: slice(text, at) };
}
