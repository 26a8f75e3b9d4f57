import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWeeklyReport } from '../../../src/chat/records/weekly-report.ts';
import { chatOver, newStateDir, UNANSWERED } from '../../helpers/chat.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-01-05T08:00:00Z');

describe('the weekly report', () => {
  it('is due a week after it was asked for first, and a week after each one sent', async () => {
    let now = START;
    const stateDir = newStateDir();
    // a new one stands for a process that was started again
    const report = () => createWeeklyReport(stateDir, () => now);
    expect(await report().due()).toBeUndefined();
    now = START + 6 * DAY;
    expect(await report().due()).toBeUndefined();
    now = START + 7 * DAY;
    expect(await report().due()).toEqual(new Date(START));
    expect(await report().due()).toEqual(new Date(START));
    await report().sent();
    expect(await report().due()).toBeUndefined();
    now = START + 14 * DAY;
    expect(await report().due()).toEqual(new Date(START + 7 * DAY));
  });

  it('begins anew where its file is torn, or from a time to come', async () => {
    const stateDir = newStateDir();
    const report = createWeeklyReport(stateDir, () => START);
    for (const text of ['{', `{"last":"${new Date(START + DAY).toISOString()}"}`]) {
      writeFileSync(join(stateDir, 'weekly-report.json'), text);
      expect(await report.due()).toBeUndefined();
    }
  });

  it('tells what was asked since, once, and again where it could not be sent', async () => {
    const stateDir = newStateDir();
    const chat = await chatOver(undefined, stateDir);
    await chat.ask(UNANSWERED);
    const sent: string[] = [];
    const send = async (card: Awaited<ReturnType<typeof chat.unanswered>>) => {
      sent.push(card.blocks.map(({ text }) => text).join('\n'));
    };
    await chat.reportWeekly(send);
    expect(sent).toEqual([]);
    const last = new Date(Date.now() - 8 * DAY).toISOString();
    writeFileSync(join(stateDir, 'weekly-report.json'), JSON.stringify({ last }));
    const failing = chat.reportWeekly(async () => {
      throw new Error('gone');
    });
    await expect(failing).rejects.toThrow('gone');
    await chat.reportWeekly(send);
    await chat.reportWeekly(send);
    expect(sent).toEqual([expect.stringMatching(new RegExp(`（1组）.*：\\n1× ${UNANSWERED}`))]);
  });
});
