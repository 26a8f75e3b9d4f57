import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/article/text/sentences.ts';
import { span } from '../../../src/util/span.ts';
import { expectSentencesCover } from '../invariants.ts';

function split(text: string): string[] {
  return splitSentences(text, span(0, text.length)).map(({ span: at }) =>
    text.slice(at.start, at.end),
  );
}

describe('where a sentence ends', () => {
  test('at 。！？ and their ASCII forms, however often repeated', () => {
    expect(split('真的吗？！！是的。好!行?')).toEqual(['真的吗？！！', '是的。', '好!', '行?']);
  });

  test('never at ； or within a list', () => {
    const list = '输出的技术合同超9300项,成交额超307亿元;吸纳的超8700项；成交额超830亿元。';
    expect(split(list)).toEqual([list]);
  });

  test('at an ellipsis, unless the list goes on after it', () => {
    expect(split('他笑了……然后走了。')).toEqual(['他笑了……', '然后走了。']);
    expect(split('要做到：一是……；二是……。')).toEqual(['要做到：一是……；二是……。']);
  });

  test('not at the points of numbers, abbreviations and addresses', () => {
    expect(split('总投入达1.8亿元，增长3.5%，见 www.gov.cn/x?id=3。完')).toEqual([
      '总投入达1.8亿元，增长3.5%，见 www.gov.cn/x?id=3。',
      '完',
    ]);
    expect(split('The U.S. Senate voted. Mr. Wang left. In 2023. It ended.')).toEqual([
      'The U.S. Senate voted.',
      'Mr. Wang left.',
      'In 2023.',
      'It ended.',
    ]);
    expect(split('1. 总则适用于本市。')).toEqual(['1. 总则适用于本市。']);
  });

  test('not at a line break in mid-sentence', () => {
    expect(split('经济增速是综合性指标，今年预期目标设定\n\u200b\n为6%以上。\n做好工作。')).toEqual(
      ['经济增速是综合性指标，今年预期目标设定\n\u200b\n为6%以上。', '做好工作。'],
    );
  });
});

describe('quotations', () => {
  test('a quotation and the words that say who spoke are two sentences', () => {
    expect(
      split(
        '“我们负责整机集成和硬件设备的研发与产业化。”某公司研发总监范声芳告诉记者,公司已联合科研院所共同承担了任务。',
      ),
    ).toEqual([
      '“我们负责整机集成和硬件设备的研发与产业化。”',
      '某公司研发总监范声芳告诉记者,公司已联合科研院所共同承担了任务。',
    ]);
  });

  test('a few words after a quotation stay with it', () => {
    expect(split('“我不同意。”他说。“再想想吧。”')).toEqual(['“我不同意。”他说。', '“再想想吧。”']);
  });

  test('what goes on after the quotation with a comma is one sentence', () => {
    expect(split('“效果明显。”，他说，药效不错。')).toEqual(['“效果明显。”，他说，药效不错。']);
  });

  test('a short quotation amid a sentence does not end it', () => {
    expect(split('他高喊“加油！”的口号冲了上去。')).toEqual(['他高喊“加油！”的口号冲了上去。']);
    expect(split('有人提出“谁来养老？钱从哪来？”等问题。')).toHaveLength(1);
  });

  test('a long quotation holds sentences of its own', () => {
    expect(
      split(
        '他说：“老房子不是包袱，老房子是城市最好的教科书，每一块砖都记着从前的人和事。我们要把它们一座一座修好，一座也不能少。”',
      ),
    ).toEqual([
      '他说：“老房子不是包袱，老房子是城市最好的教科书，每一块砖都记着从前的人和事。',
      '我们要把它们一座一座修好，一座也不能少。”',
    ]);
  });

  test('titles and brackets do not end a sentence', () => {
    expect(split('《你好！世界》上映了。票房（含海外。）不错。')).toEqual([
      '《你好！世界》上映了。',
      '票房（含海外。）不错。',
    ]);
    expect(split('（见表1。）正文如此。')).toEqual(['（见表1。）', '正文如此。']);
  });

  test('corner brackets and straight quotes are quotations too', () => {
    expect(split('市长表示：「老房子不是包袱。」他期盼每年吸引三十万人次造访古城。')).toEqual([
      '市长表示：「老房子不是包袱。」',
      '他期盼每年吸引三十万人次造访古城。',
    ]);
    expect(split('"We agree." He left the room at noon.')).toEqual([
      '"We agree."',
      'He left the room at noon.',
    ]);
  });

  test('an opening mark without a closing one hides nothing', () => {
    expect(split('“第一段没有结束。第二句。')).toEqual(['“第一段没有结束。', '第二句。']);
  });
});

test('a piece without words joins its neighbour', () => {
  expect(split('。。。开始了。——')).toEqual(['。。。开始了。——']);
  expect(split('……')).toEqual(['……']);
});

test('an empty span has no sentences', () => {
  expect(split('')).toEqual([]);
  expect(split(' \u3000\n')).toEqual([]);
});

describe('always', () => {
  const marks = fc.string({
    unit: fc.constantFrom(...'。！？…“”‘’「」《》（）()"，；：.!? \u3000\n\u200bA1中说的'),
    maxLength: 80,
  });
  const anything = fc.oneof(marks, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

  test('sentences are in order and hold every character that shows', () => {
    fc.assert(
      fc.property(anything, fc.nat(5), (text, skip) => {
        const at = span(Math.min(skip, text.length), text.length);
        expectSentencesCover(
          text,
          at,
          splitSentences(text, at).map((s) => s.span),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('each sentence has a word in it, if the paragraph has one', () => {
    fc.assert(
      fc.property(marks, (text) => {
        const pieces = split(text);
        if (pieces.length > 1) for (const piece of pieces) expect(piece).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  test.each([
    '(',
    '“',
    '“”',
    '“a。”',
    '、。',
    '…',
    '"。',
    '《（',
  ])('100 KB of %s is split', (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    expectSplit(text);
  });

  test('half a paragraph of opening marks and half of closing ones is split', () => {
    expectSplit(`${'“'.repeat(50_000)}。${'”'.repeat(50_000)}`);
    expectSplit(`${' '.repeat(50_000)}${'“a。”b'.repeat(10_000)}`);
  });

  function expectSplit(text: string): void {
    expect(split(text).length).toBeGreaterThan(0);
  }
});
