import type { Sentence } from '../../article/article.ts';
import type { Candidate } from './candidates.ts';
import { FEATURE_NAMES, type Features } from './features.ts';

export interface Ranked extends Candidate {
  /** Log-odds up to a constant of the question: comparable within one question only. */
  readonly score: number;
}

/** Best first; ties in the order of the candidates, which is the search engine's. */
export function rank(candidates: readonly Candidate[], weights: Features): Ranked[] {
  return candidates
    .map(({ found, index, sentence, features }) => {
      const score = weighted(features, weights);
      return { found, index, sentence, features, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** The ranker's probability of each candidate, a softmax of the scores. */
export function probabilitiesOf(ranked: readonly Ranked[]): ReadonlyMap<Sentence, number> {
  const top = Math.max(...ranked.map(({ score }) => score));
  const parts = ranked.map(({ score }) => Math.exp(score - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return new Map(ranked.map(({ sentence }, place) => [sentence, (parts[place] ?? 0) / total]));
}

function weighted(features: Features, weights: Features): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += weights[name] * features[name];
  return sum;
}
