import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../adapters/terminal/render.ts';
import { passage, reply, SECOND } from './fakes.ts';

const PLAIN = { colour: false, terminal: false };

describe('renderReply', () => {
  it('gives lead, figures and citation', () => {
    expect(renderReply(reply(), PLAIN)).toBe(
      [
        '江苏输出的技术合同超9300项，成交额超307亿元。',
        '  超307亿元  江苏 · 输出 · 技术合同成交额 · 2022',
        '——《长三角合力构建科创共同体》第1段，结盟共享',
      ].join('\n'),
    );
  });

  it('shows an outline whole', () => {
    const text = '《题目》\n第一节\n一句话。';
    expect(renderReply(reply({ layout: 'outline', text }), PLAIN)).toBe(text);
  });

  it('sets the answer itself in bold on a terminal', () => {
    expect(renderReply(reply(), { colour: true, terminal: true })).toContain(
      '成交额\u001B[1m超307亿元\u001B[22m。',
    );
  });

  it('says why there is no answer, and marks what is nearest as no answer', () => {
    const text = renderReply(
      reply({
        outcome: 'unanswered',
        lead: '',
        highlights: [],
        figures: [],
        passages: [passage(SECOND, 2)],
        notice: '文中只有2022年的数字。',
        suggestions: ['有多少个节点？'],
      }),
      PLAIN,
    );
    expect(text.split('\n')).toEqual([
      '文中只有2022年的数字。',
      '最接近的原文（不是答案）：',
      SECOND,
      '——《长三角合力构建科创共同体》第2段',
      '可以问：',
      '  有多少个节点？',
    ]);
  });

  it('has its own words in the script of the question', () => {
    const refusal = {
      outcome: 'unanswered',
      lead: '',
      highlights: [],
      figures: [],
      passages: [{ ...passage(SECOND, 2), page: 3 }],
      suggestions: ['有多少个节点？'],
    } as const;
    expect(renderReply(reply({ ...refusal, question: '有多少個節點？' }), PLAIN)).toMatch(
      /^最接近的原文（不是答案）：\n.*\n——.*第3頁第2段\n可以問：/m,
    );
    expect(
      renderReply(reply({ ...refusal, question: 'How many nodes are there?' }), PLAIN),
    ).toMatch(/^Nearest passage \(not an answer\):\n.*\n— .*, page 3, paragraph 2\nYou may ask:/m);
  });

  it('neutralises control characters for a terminal only', () => {
    const hostile = reply({
      lead: '甲\u001B[2J乙',
      highlights: [[0, 4]],
      figures: [],
      passages: [],
    });
    expect(renderReply(hostile, { colour: false, terminal: true })).toBe('甲[2J乙');
    expect(renderReply(hostile, PLAIN)).toBe('甲\u001B[2J乙');
  });

  it('survives highlights that overlap or stand out of order', () => {
    const odd = reply({
      lead: '一二三四',
      highlights: [
        [2, 3],
        [0, 1],
        [0, 2],
      ],
      figures: [],
      passages: [],
    });
    const text = renderReply(odd, { colour: true, terminal: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the styles are taken off
    expect(text.replace(/\u001B\[\d+m/g, '')).toBe('一二三四');
  });
});
