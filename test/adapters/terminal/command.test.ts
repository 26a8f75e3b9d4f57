import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../adapters/terminal/command.ts';

describe('parseCommand', () => {
  it('starts when nothing is said', () => {
    expect(parseCommand([])).toEqual({ name: 'start' });
    expect(parseCommand(['--corpus', 'x'])).toEqual({ name: 'start', corpus: 'x' });
  });

  it.each([
    [['ask', '多少', '钱？'], { name: 'ask', form: 'text', question: '多少 钱？' }],
    [['ask', '--json', '谁？'], { name: 'ask', form: 'json', question: '谁？' }],
    [['ask', ''], { name: 'ask', form: 'text', question: '' }],
    [['ask', '--', '--json'], { name: 'ask', form: 'text', question: '--json' }],
    [['ask'], { name: 'ask', form: 'text' }],
    [['ask', '--jsonl'], { name: 'ask', form: 'jsonl' }],
    [['--corpus=x', 'articles'], { name: 'articles', corpus: 'x', check: false }],
    [['articles', '--check'], { name: 'articles', check: true }],
    [['doctor'], { name: 'doctor' }],
    [['unanswered'], { name: 'unanswered' }],
    [['index', '--corpus=x'], { name: 'index', corpus: 'x' }],
    [['migrate'], { name: 'migrate', move: 'tables' }],
    [['migrate', 'to-files'], { name: 'migrate', move: 'to-files' }],
    [['eval', 'q.jsonl', '--show'], { name: 'eval', file: 'q.jsonl', show: true, json: false }],
    [
      ['eval', 'q.jsonl', '--write', 'results.md'],
      { name: 'eval', file: 'q.jsonl', show: false, json: false, write: 'results.md' },
    ],
    [
      ['stat', '技术合同', '成交额', '--year', '2022', '--actor', '江苏'],
      { name: 'stat', words: ['技术合同', '成交额'], year: '2022', actor: '江苏', form: 'table' },
    ],
    [['stat', '--year', '２０２２年'], { name: 'stat', words: [], year: '2022', form: 'table' }],
    [['stat', '--json'], { name: 'stat', words: [], form: 'json' }],
    [['stat', '--csv'], { name: 'stat', words: [], form: 'csv' }],
    [['stat', '--chart', 'out.svg'], { name: 'stat', words: [], form: 'table', chart: 'out.svg' }],
    [['ask', '--help'], { name: 'help' }],
    [['-h'], { name: 'help' }],
  ])('reads %j', (args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  it.each([
    [['teach']],
    [['constructor']],
    [['ask', '--colour']],
    [['ask', '--year', '2022']],
    [['ask', '--json', '--jsonl']],
    [['ask', '--jsonl', '谁？']],
    [['ask', '--corpus']],
    [['ask', '--corpus=', '谁？']],
    [['ask', '--json=yes', '谁？']],
    [['stat', '--year', 'last']],
    [['eval']],
    [['eval', 'a', 'b']],
    [['eval', 'q.jsonl', '--write=']],
    [['ask', '--write', 'results.md', '谁？']],
    [['articles', 'x']],
    [['index', 'x']],
    [['migrate', 'away']],
    [['migrate', 'to-files', 'x']],
    [['index', '--json']],
    [['ask', '--check', '谁？']],
  ])('refuses %j in one line', (args) => {
    expect(() => parseCommand(args)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: expect.stringMatching(/^.+See --help\.$/),
      }),
    );
  });

  it('names an unknown option without the advice of node', () => {
    expect(() => parseCommand(['ask', '--colour'])).toThrow(
      "Unknown option '--colour'. See --help.",
    );
  });
});
