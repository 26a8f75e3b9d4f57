import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EvalOptions, readCases, runEval } from '../../../adapters/terminal/eval.ts';
import { parseCases } from '../../../src/evaluation/evaluate.ts';
import { fakeBot, memoryIo } from './fakes.ts';

const CASES = parseCases(
  [
    '{"id":"a","question":"成交额？","kind":"数字","expect":{"answerable":true,"must_contain":["307亿元"]}}',
    '{"id":"b","question":"总投入？","kind":"数字","expect":{"answerable":true,"must_contain":["1.8亿元"]}}',
    '{"id":"c","question":"红烧肉？","kind":"off","expect":{"answerable":false}}',
  ].join('\n'),
);

async function run(options: EvalOptions) {
  const { io, said } = memoryIo('');
  await runEval(fakeBot().bot, CASES, options, io);
  return said();
}

describe('runEval', () => {
  it('prints an aligned table by kind and in all', async () => {
    const lines = (await run({ show: false, json: false })).trimEnd().split('\n');
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ['kind', 'questions', 'lead hit'],
      ['数字', '2', '50.0% 1/2'],
      ['off', '1', '–'],
      ['in all', '3', '50.0% 1/2'],
    ]);
  });

  it('shows the misses with what was wanted and what came', async () => {
    const text = await run({ show: true, json: false });
    expect(text).toContain('missed  b  数字  总投入？\n  wanted  1.8亿元\n  got     江苏输出的');
    expect(text).toContain('answered  c  off  红烧肉？\n  wanted  a refusal\n');
    expect(text).not.toContain('  a  数字');
  });

  it('gives all of it as one object', async () => {
    const report = JSON.parse(await run({ show: false, json: true }));
    expect(report.scores.all.leadHit).toEqual({ hits: 1, of: 2 });
    expect(report.scores.kinds.off.refusedRightly).toEqual({ hits: 0, of: 1 });
    expect(report.results[1]).toMatchObject({
      case: { id: 'b' },
      reply: { outcome: 'answered' },
      leadHit: false,
    });
  });
});

describe('--write', () => {
  it('puts the row of a set into a page, and leaves those of others', async () => {
    const page = join(mkdtempSync(join(tmpdir(), 'yuanwen-')), 'results.md');
    const write = (file: string) => run({ show: false, json: false, write: page, file });
    await write('sets/drcd/questions.jsonl');
    await write('own.jsonl');
    await write('sets/drcd/questions.jsonl');
    const rows = readFileSync(page, 'utf8').match(/^\| \S+ \| 3 \| 50\.0% 1\/2/gm);
    expect(rows).toEqual(['| drcd | 3 | 50.0% 1/2', '| own | 3 | 50.0% 1/2']);
  });
});

describe('readCases', () => {
  function fileOf(bytes: string | Uint8Array): string {
    const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-')), 'q.jsonl');
    writeFileSync(file, bytes);
    return file;
  }

  it.each([
    ['no such file', /no such file cannot be read \(ENOENT\)/],
    [tmpdir(), /cannot be read \(EISDIR\)/],
    [fileOf(Uint8Array.of(0xff, 0xfe)), /cannot be read/],
    [fileOf('{"id":1}\n'), /q\.jsonl: line 1: id: /],
  ])('says of %s what is wrong', (file, message) => {
    expect(() => readCases(file)).toThrow(
      expect.objectContaining({ code: 'input', message: expect.stringMatching(message) }),
    );
  });
});
