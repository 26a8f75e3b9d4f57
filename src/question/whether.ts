import type { AnswerType } from './data/question-words.ts';

/** What of a question tells whether it asks for a value. */
interface Asking {
  readonly type: AnswerType;
  readonly typed: boolean;
  readonly normalized: string;
}

/** 可以退费吗 and 退费吗 ask whether, and for no sum. */
const WHETHER = /(?:[吗嘛吧]|(?<![什怎那这多])么)[?!。\s]*$/u;

/** Whether normalised text ends as a question does that is answered by yes or no. */
export function endsInWhether(normalized: string): boolean {
  return WHETHER.test(normalized);
}

/** Whether a question asks if something is so, and for no value: 能扫码下载吗, 能不能退. */
export function asksWhether({ type, typed, normalized }: Asking): boolean {
  return type === 'yesno' || (!typed && endsInWhether(normalized));
}
