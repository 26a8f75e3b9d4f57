import { groupQuestions } from '../../src/chat/records/alike-questions.ts';
import { createUnmetQuestions } from '../../src/chat/records/unmet-questions.ts';
import type { Config } from '../common/settings.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';

/** `npm run unanswered`: what people asked and did not get, those asked most often first. */
export async function listUnanswered(
  { stateDir, retentionDays }: Pick<Config, 'stateDir' | 'retentionDays'>,
  io: Io,
): Promise<void> {
  const groups = groupQuestions(await createUnmetQuestions(stateDir, retentionDays).all());
  if (groups.length === 0) return print(io.output, `nothing in the last ${retentionDays} days\n`);
  for (const { question, count, unsure, down, nearest } of groups) {
    const marks = [unsure > 0 && `${unsure} unsure`, down > 0 && `${down} voted down`];
    const votes = marks.some(Boolean) ? ` (${marks.filter(Boolean).join(', ')})` : '';
    await print(io.output, `${count}× ${oneLine(question)}${votes}\n`);
    if (nearest) await print(io.output, `    ${oneLine(`${nearest.place} ${nearest.text}`)}\n`);
  }
}
