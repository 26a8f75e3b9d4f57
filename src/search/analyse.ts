import { type NormalizedText, normalize } from '../language/normalize.ts';
import { segment, type Token } from '../language/segment.ts';
import { termsOf } from '../language/terms.ts';

/** A run of an article's text, ready to be compared with a question. */
export interface AnalysedText {
  readonly normalized: NormalizedText;
  readonly tokens: readonly Token[];
  readonly terms: readonly string[];
  readonly termSet: ReadonlySet<string>;
}

export function analyse(text: string): AnalysedText {
  const normalized = normalize(text);
  const tokens = segment(normalized.text);
  const terms = termsOf(tokens);
  return { normalized, tokens, terms, termSet: new Set(terms) };
}
