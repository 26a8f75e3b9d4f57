import { describe, expect, it } from 'vitest';
import {
  type Case,
  evaluate,
  parseCases,
  type Result,
  score,
} from '../../src/evaluation/evaluate.ts';
import type { Figure } from '../../src/figures/parts/figure.ts';
import type { Alternative, Passage, Reply } from '../../src/reply/reply.ts';

function reply(lead: string, parts: Partial<Reply> = {}): Reply {
  return {
    question: '',
    outcome: lead ? 'answered' : 'unanswered',
    lead,
    highlights: [],
    passages: lead ? [{ text: lead } as Passage] : [],
    figures: [],
    notice: '',
    suggestions: [],
    text: lead,
    ...parts,
  };
}

const figures = (...texts: string[]) => texts.map((text) => ({ text }) as Figure);

function wanting(expect: object, id = 'q'): Case {
  return parseCases(JSON.stringify({ id, question: '多少？', kind: 'fig', expect }))[0]!;
}

async function judged(expect: object, answer: Reply): Promise<Result> {
  const [result] = await evaluate(
    [wanting(expect)],
    async () => answer,
    () => 0,
  );
  return result!;
}

describe('parseCases', () => {
  it('reads one object a line, with or without CRLF, mark and blank lines', () => {
    const line = (id: string) => `{"id":"${id}","question":"谁？","expect":{"answerable":false}}`;
    expect(parseCases(`\uFEFF${line('a')}\r\n\r\n${line('b')}`).map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
  });

  const good = '{"id":"a","question":"谁？","kind":"who","expect":{"answerable":false}}';
  it.each([
    ['{', 'line 2: not JSON'],
    ['[]', 'line 2: the line: '],
    ['{"id":"b"}', 'line 2: question: '],
    ['{"id":"b","question":"谁？","expect":{"answerable":true}}', 'line 2: expect: must_contain'],
    ['{"id":"b","question":"谁？","expect":{"answerable":"no"}}', 'line 2: expect'],
    [good, 'line 2: the id "a" is used twice'],
    [good.replace('"a"', '"b","prev_id":"z"'), 'line 2: prev_id "z"'],
  ])('names the line of %s', (line, message) => {
    expect(() => parseCases(`${good}\n${line}\n`)).toThrow(
      expect.objectContaining({ code: 'input', message: expect.stringContaining(message) }),
    );
  });

  it('wants at least one question', () => {
    expect(() => parseCases('\n')).toThrow('holds no questions');
  });
});

describe('evaluate', () => {
  it('counts a lead that holds every must_contain, after NFKC and without white space', async () => {
    const both = { answerable: true, must_contain: ['307亿元', '830 亿元'] };
    expect((await judged(both, reply('超３０７亿 元，超830亿元'))).leadHit).toBe(true);
    expect((await judged(both, reply('超307亿元'))).leadHit).toBe(false);
  });

  it('takes one of any_of instead, where it is given', async () => {
    const either = { answerable: true, must_contain: ['甲'], any_of: ['乙', '丙'] };
    expect((await judged(either, reply('丙'))).leadHit).toBe(true);
    expect((await judged(either, reply('甲'))).leadHit).toBe(false);
  });

  it('counts no lead of a reply that is no answer', async () => {
    const result = await judged(
      { answerable: true, must_contain: ['42项'] },
      reply('', { lead: '42项', passages: [{ text: '共42项。' } as Passage] }),
    );
    expect(result).toMatchObject({ leadHit: false, passageHit: true, falselyRefused: true });
  });

  it.each([
    [['1.8亿元'], figures('达1.8亿元'), true],
    [['40个节点'], figures('40个'), true],
    [['40个节点'], figures('0个'), false],
    [['1.8亿元'], figures('8亿元'), false],
    [['300项'], figures('超9300项'), false],
    [['9300项', '307亿元'], figures('超307亿元'), false],
    [['三成'], figures('近三成'), true],
    [['40个'], [], false],
    [['长三角'], figures('三'), undefined],
    [['1968年'], [], undefined],
    [['民国39年'], [], undefined],
    [['6月1日'], [], undefined],
    [['13.5年'], figures('13.5年'), true],
    [['《1965年移民法案》'], [], undefined],
  ])('wanting %j, gives the figures a fair score', async (must_contain, found, figureHit) => {
    const result = await judged(
      { answerable: true, must_contain },
      reply('无', { figures: found }),
    );
    expect(result.figureHit).toBe(figureHit);
  });

  it('asks a follow-up in the conversation of the question before it', async () => {
    const cases = parseCases(
      [
        '{"id":"a","question":"甲","expect":{"answerable":false}}',
        '{"id":"b","question":"乙","expect":{"answerable":false}}',
        '{"id":"c","question":"丙","prev_id":"a","expect":{"answerable":false}}',
        '{"id":"d","question":"丁","prev_id":"c","expect":{"answerable":false}}',
      ].join('\n'),
    );
    const asked: [string, string][] = [];
    await evaluate(
      cases,
      async (question, conversation) => {
        asked.push([question, conversation]);
        return reply('');
      },
      () => 0,
    );
    expect(asked).toEqual([
      ['甲', 'a'],
      ['乙', 'b'],
      ['丙', 'a'],
      ['丁', 'a'],
    ]);
  });
});

describe('score', () => {
  it('scores in all and by kind', async () => {
    const answers = [reply('42项'), reply('错了啊'), reply(''), reply('')];
    const cases = [
      wanting({ answerable: true, must_contain: ['42项'] }, 'a'),
      wanting({ answerable: true, must_contain: ['42项'] }, 'b'),
      wanting({ answerable: true, must_contain: ['42项'] }, 'c'),
      { ...wanting({ answerable: false }, 'd'), kind: 'un' },
    ];
    let turn = 0;
    let clock = 0;
    const results = await evaluate(
      cases,
      async () => answers[turn++]!,
      () => clock++ * clock,
    );
    const { all, kinds } = score(results);
    expect(all).toMatchObject({
      questions: 4,
      leadHit: { hits: 1, of: 3 },
      passageHit: { hits: 1, of: 3 },
      figureHit: { hits: 0, of: 3 },
      refusedRightly: { hits: 1, of: 1 },
      falselyRefused: { hits: 1, of: 3 },
      meanLead: 3,
    });
    const times = results.map(({ ms }) => ms).toSorted((a, b) => a - b);
    expect([all.medianMs, all.p99Ms]).toEqual([times[1], times[3]]);
    expect([...kinds.keys()]).toEqual(['fig', 'un']);
    expect(kinds.get('un')).toMatchObject({ questions: 1, leadHit: { hits: 0, of: 0 } });
  });

  it('scores nothing as zeros', async () => {
    expect(score([]).all).toMatchObject({ questions: 0, meanLead: 0, medianMs: 0 });
  });
});

describe('certainty', () => {
  const wanted = { answerable: true, any_of: ['4座'] };
  const other = { text: '新建水厂4座。' } as Alternative;
  const sure = { certainty: 'sure' } as const;
  const unsure = { certainty: 'unsure', alternatives: [other] } as const;

  it('counts an alternative that holds the answer as shown', async () => {
    const result = await judged(wanted, reply('投资25亿元。', unsure));
    expect(result).toMatchObject({ leadHit: false, shownHit: true, unsure: true });
    expect(result).not.toHaveProperty('sureButWrong');
    expect(await judged(wanted, reply('新建4座。', sure))).toMatchObject({ shownHit: true });
    expect(await judged(wanted, reply('', unsure))).toMatchObject({ shownHit: false });
  });

  it('counts a sure answer that holds none as wrong, and so one where there is none', async () => {
    const results = [
      await judged(wanted, reply('新建4座。', sure)),
      await judged(wanted, reply('投资25亿元。', sure)),
      await judged({ answerable: false }, reply('投资25亿元。', sure)),
      await judged(wanted, reply('投资25亿元。', unsure)),
      await judged(wanted, reply('')),
    ];
    const { all } = score(results);
    expect(all.sureButWrong).toEqual({ hits: 2, of: 3 });
    expect(all.unsure).toEqual({ hits: 1, of: 4 });
    expect(all.shownHit).toEqual({ hits: 2, of: 4 });
    expect(all.meanShown - all.meanLead).toBeCloseTo(other.text.length / 4);
  });
});
