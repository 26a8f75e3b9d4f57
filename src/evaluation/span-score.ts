/**
 * How CMRC 2018 (Cui et al. 2019) compares a span with labelled answers: without white space, marks
 * and case; what is no run of letters and digits counts character by character.
 */
export interface SpanScore {
  /** The span is one of the answers. */
  readonly exact: boolean;
  /** Harmonic mean of how much of the span, and of the answer, their longest common run is: 0 to 1, the best of the answers. */
  readonly f1: number;
}

export function scoreSpan(span: string, answers: readonly string[]): SpanScore {
  const said = unitsOf(span);
  const scores = answers.map((answer) => f1(said, unitsOf(answer)));
  const best = Math.max(0, ...scores);
  return { exact: best === 1, f1: best };
}

/** A text without what is not compared. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

function unitsOf(text: string): readonly string[] {
  return bareText(text).match(/[a-z0-9]+|[^a-z0-9]/gu) ?? [];
}

function f1(said: readonly string[], answer: readonly string[]): number {
  const common = longestCommonRun(said, answer);
  return common === 0 ? 0 : (2 * common) / (said.length + answer.length);
}

function longestCommonRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let row: readonly number[] = [];
  for (const unit of a) {
    row = b.map((other, place) => (other === unit ? (row[place - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...row);
  }
  return longest;
}
