import type { AnswerType } from '../../question/data/question-words.ts';
import type { Question } from '../../question/question.ts';

/** Labels by the kind of question that what stands behind them answers: 会议时间：…, 与会人员：…. */
const LABELS: Partial<Record<AnswerType, RegExp>> = {
  date: /(?:时间|日期|时刻|时段)$/u,
  place: /(?:地点|地址|位置|场所|场地|会场)$/u,
  person: /(?:人员?|者|成员|名单|嘉宾)$/u,
  method: /(?:交通|公交|地铁|自驾|乘车)(?:方式|路线|指引|指南)?$/u,
};

const KINDS: readonly AnswerType[] = ['date', 'place', 'person', 'method'];
/** The one method that such labels tell of: how to get there. */
const ASKS_WAY = /(?:怎[么样]|如何|咋)(?:才能)?(?:去|走|到达?|前往|过去|坐车|乘车)/u;

/** A line that begins with a label, its marks aside, and what it says: `**会议时间**: 3月4日`. */
const LABELLED =
  /^[\s*_#>·•-]*(?<label>[\p{Script=Han}]{2,8})[\s*_]*:[\s*_]*(?<value>[^\s*_].*)$/su;
/** 各位读者: whom a notice speaks to is no label of what it says. */
const ADDRESSES = /^(?:各位|诸位|尊敬的|亲爱的|敬爱的|广大)/u;
/** Where what a label says ends: at a mark, or where the next label follows on the same line. */
const ENDS = /[\s。;,*_]*(?:$|[。;]|\s[\p{Script=Han}]{2,8}[\s*_]*:.*$)/su;

/** The label that a line begins with. */
export interface Label {
  /** What kind of question it answers. */
  readonly kind: AnswerType;
  /** What it says, as `[start, end)` of the characters of the line. */
  readonly start: number;
  readonly end: number;
}

/** The label of a line; undefined where it has none that tells what kind of answer stands behind it. */
function labelOf(line: string): Label | undefined {
  const { label, value } = LABELLED.exec(line)?.groups ?? {};
  if (label === undefined || value === undefined || ADDRESSES.test(label)) return undefined;
  const kind = KINDS.find((one) => LABELS[one]?.test(label));
  if (kind === undefined) return undefined;
  const start = line.length - value.length;
  return { kind, start, end: start + value.search(ENDS) };
}

/** The label of a line that tells what kind of answer a question asks for; undefined where it has none such. */
export function labelAsked({ type, normalized }: Question, line: string): Label | undefined {
  const label = labelOf(line);
  if (label?.kind !== type) return undefined;
  return type !== 'method' || ASKS_WAY.test(normalized) ? label : undefined;
}

/** Whether a line is labelled as something else than what is asked for: a place where who is asked. */
export function isLabelledOtherwise({ type }: Question, line: string): boolean {
  if (LABELS[type] === undefined || type === 'method') return false;
  const label = labelOf(line);
  return label !== undefined && label.kind !== 'method' && label.kind !== type;
}
