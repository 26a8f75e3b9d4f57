import { type NormalizedText, normalize } from './normalize.ts';
import { termsOf } from './terms.ts';
import { segment, type Token } from './tokenizer.ts';

/** A run of an article's text, ready to be compared with a question. */
export interface AnalysedText {
  readonly normalized: NormalizedText;
  readonly tokens: readonly Token[];
  readonly terms: readonly string[];
  /** How often each term is there. */
  readonly counts: ReadonlyMap<string, number>;
}

export function analyse(text: string): AnalysedText {
  const normalized = normalize(text);
  const tokens = segment(normalized.text);
  const terms = termsOf(tokens);
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { normalized, tokens, terms, counts };
}
