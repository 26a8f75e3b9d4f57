import { type Problem, problem } from '../problems.ts';
import { lengthOf } from '../text.ts';
import { LIMITS } from './limits.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** What Discord asks of the choices an autocomplete is answered with. */
export function problemsOfChoices(choices: readonly Choice[]): readonly Problem[] {
  const path = ['data', 'choices'];
  if (choices.length > LIMITS.choices) return [problem.tooLong(path, LIMITS.choices)];
  return choices.flatMap(({ name, value }, index) => [
    ...(lengthOf(name) < 1 || lengthOf(name) > LIMITS.choiceName
      ? [problem.badLength([...path, index, 'name'], 1, LIMITS.choiceName)]
      : []),
    ...(lengthOf(String(value)) > LIMITS.choiceValue
      ? [problem.tooLong([...path, index, 'value'], LIMITS.choiceValue)]
      : []),
  ]);
}
