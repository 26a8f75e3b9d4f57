import { simplify } from '../../language/simplify.ts';
import type { UnmetQuestion } from './unmet-questions.ts';

/** Share of their pairs of characters that two questions have in common to be of one group. */
const ALIKE = 0.5;

/** Questions that ask much the same. */
export interface QuestionGroup {
  /** The question asked last. */
  readonly question: string;
  readonly count: number;
  /** How many of them are votes against an answer. */
  readonly down: number;
  /** How many of them were answered without being sure. */
  readonly unsure: number;
  readonly nearest?: NonNullable<UnmetQuestion['nearest']>;
}

/** Groups questions by likeness (Dice's coefficient of their bigrams), the largest group first. */
export function groupQuestions(questions: readonly UnmetQuestion[]): QuestionGroup[] {
  const groups: { readonly pairs: ReadonlySet<string>; readonly members: UnmetQuestion[] }[] = [];
  for (const question of questions.toReversed()) {
    const pairs = pairsOf(question.question);
    const group = groups.find((each) => likeness(each.pairs, pairs) >= ALIKE);
    if (group) group.members.push(question);
    else groups.push({ pairs, members: [question] });
  }
  return groups
    .map(({ members }): QuestionGroup => {
      const nearest = members.find((each) => each.nearest !== undefined)?.nearest;
      return {
        question: members[0]?.question ?? '',
        count: members.length,
        down: members.filter(({ why }) => why === 'down').length,
        unsure: members.filter(({ why }) => why === 'unsure').length,
        ...(nearest && { nearest }),
      };
    })
    .sort((a, b) => b.count - a.count);
}

function pairsOf(question: string): Set<string> {
  const text = simplify(question.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, '');
  const characters = [...text];
  if (characters.length < 2) return new Set(characters);
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size);
}
