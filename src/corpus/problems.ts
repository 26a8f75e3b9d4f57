import type { CorpusProblem } from '../article/article.ts';

/**
 * The problem of a file that is left out; `reason` continues the sentence after the file's name.
 */
export function leftOut(file: string, reason: string): CorpusProblem {
  return problem('error', file, reason);
}

export function problem(
  severity: CorpusProblem['severity'],
  file: string,
  message: string,
): CorpusProblem {
  return { file, severity, message: `${printable(file)} ${message}` };
}

/** A file's name with control characters replaced, as a message is one line. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

export function quoteName(name: string): string {
  return `"${printable(name)}"`;
}
