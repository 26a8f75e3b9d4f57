import type { Features } from './features.ts';
import { JUDGE } from './model.ts';
import type { Ranked } from './rank.ts';

/**
 * Probability that the best candidate's paragraph answers the question at all, from how much of the
 * question it holds and how far it stands out. `ranked` is best first; 0 when it is empty.
 */
export function probability(ranked: readonly Ranked[]): number {
  const [best] = ranked;
  if (best === undefined) return 0;
  let odds = JUDGE.bias + JUDGE.share * shareOfBest(ranked);
  for (const [name, weight] of Object.entries(JUDGE.weights)) {
    odds += weight * best.features[name as keyof Features];
  }
  return 1 / (1 + Math.exp(-odds));
}

/** The ranker's softmax share of its first candidate. */
function shareOfBest(ranked: readonly Ranked[]): number {
  const top = ranked[0]?.score ?? 0;
  let sum = 0;
  for (const { score } of ranked) sum += Math.exp(score - top);
  return 1 / sum;
}
