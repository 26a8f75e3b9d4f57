import type { CorpusProblem } from '../../src/article/article.ts';
import { oneLine } from './style.ts';

/** One line a problem, and how many files were left out. */
export function problemLines(problems: readonly CorpusProblem[]): readonly string[] {
  const lines = problems.map(({ file, message }) =>
    oneLine(message.includes(file) ? message : `${file}: ${message}`),
  );
  const out = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  ).size;
  if (out > 0) lines.push(out === 1 ? '1 file was left out.' : `${out} files were left out.`);
  return lines;
}
