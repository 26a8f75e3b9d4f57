import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/chat/card.ts';
import { conversationKey } from '../../src/chat/chat.ts';
import { questionAsked } from '../../src/chat/speech.ts';
import { articleOf } from '../helpers/article.ts';
import { ANSWERED, BULLETIN, chatOver, newStateDir, UNANSWERED } from '../helpers/chat.ts';

const bulletin = articleOf('bulletin', BULLETIN);
const other = articleOf(
  'other',
  '江北气象公报\n\n2022年江北平均气温为16.8摄氏度，降雨量1200毫米。\n',
);
const stateDir = newStateDir();
const chat = await chatOver([bulletin, other], stateDir);

const expectVerbatim = (text: string) =>
  expect([BULLETIN, other.text].filter((article) => article.includes(text))).not.toEqual([]);
const quotes = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'quote');
const said = (blocks: readonly Block[]) =>
  blocks
    .map((block) => ('about' in block ? `${block.text} ${block.about}` : block.text))
    .join('\n');
const buttons = (card: Card) => card.buttons.flat();
const ROOM = 3000;

describe('a question', () => {
  it.each(
    ANSWERED,
  )('%s is answered with its sentence, what answers in bold', async (question, answer) => {
    const card = await chat.ask(question);
    expect(card.answered).toBe(true);
    const [lead] = quotes(card.blocks);
    expect(
      lead?.kind === 'quote' && lead.bold.map(([a, b]) => lead.text.slice(a, b)).join(),
    ).toContain(answer);
    expect(BULLETIN).toContain(lead?.text);
    expect(said(card.blocks)).toMatch(
      /——《滨江新区2022年水务公报》（2023-04-22，滨江日报）第\d段，[一二]、/,
    );
  });

  it('that nothing answers shows the nearest only under words that say so', async () => {
    const card = await chat.ask('滨江新区2021年供水总量是多少？');
    expect(card.answered).toBe(false);
    expect(quotes(card.blocks)).toEqual([]);
    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text: '最接近的原文（不是答案）：' });
    expect(card.view).toMatchObject({ manner: 'open', closes: false });
  });

  it('in traditional characters has all words of ours in them', async () => {
    const { blocks } = await chat.ask('濱江新區2021年供水總量是多少？');
    expect(blocks).toEqual([
      { kind: 'words', text: '文中沒有2021年供水總量的數字，只有2022年的。' },
      { kind: 'note', text: '最接近的原文（不是答案）：' },
    ]);
  });

  it.each([
    ['濱江新區的供水總量？', '問：'],
    ['滨江新区的供水总量？', '问：'],
    ['What is the supply?', 'Asked: '],
  ])('%s can be read off the card that repeats it behind %s', async (question, label) => {
    const [first] = (await chat.askAloud(question)).blocks;
    expect(first).toEqual({ kind: 'words', text: `${label}${question}` });
    expect(questionAsked(`${label}${question}\nmore`)).toBe(question);
  });

  it('about nothing at hand says so and shows nothing', async () => {
    const card = await chat.ask(UNANSWERED);
    expect(card).toMatchObject({ answered: false });
    expect(card.view).toBeUndefined();
  });

  it('is followed up within its conversation only', async () => {
    const key = conversationKey('test', 1, undefined, 2);
    await chat.ask('2022年滨江新区供水总量是多少？', key);
    expect(said((await chat.ask('那总投资呢？', key)).blocks)).toContain('超25亿元');
    expect(conversationKey('test', 1, undefined, 2)).not.toBe(conversationKey('test', 1, 2));
  });
});

describe('a view', async () => {
  const card = await chat.ask('2022年滨江新区供水总量是多少？');
  const [paragraph] = bulletin.paragraphs;
  const whole = BULLETIN.slice(paragraph!.span.start, paragraph!.span.end);

  it('first holds the whole paragraph of the answer, folded', () => {
    const view = chat.view(card.view!, ROOM);
    expect(view?.blocks).toEqual([{ kind: 'quote', text: whole, bold: [], folded: true }]);
  });

  it('leads through every passage and back, and can be closed', () => {
    const seen: string[] = [];
    let show = card.view!;
    const press = (label: RegExp) => {
      const button = chat.view(show, ROOM)?.buttons.find((each) => label.test(each.label));
      if (button?.action.kind === 'show') show = button.action;
      return button !== undefined;
    };
    press(/原文段落/);
    do seen.push(said(quotes(chat.view(show, ROOM)!.blocks)));
    while (press(/下一条/));
    expect(seen[0]).toBe(whole);
    expect(new Set(seen).size).toBe(card.view!.refs.length);
    for (const text of seen) expectVerbatim(text);
    while (press(/上一条/));
    expect(said(quotes(chat.view(show, ROOM)!.blocks))).toBe(whole);
    expect(press(/收起/)).toBe(true);
    expect(show).toEqual({ ...card.view!, manner: 'folded' });
  });

  it('shows a paragraph without room in parts of whole sentences, which add up', () => {
    let show = { ...card.view!, manner: 'open' as const };
    let text = '';
    for (;;) {
      const view = chat.view(show, 40)!;
      const [part] = quotes(view.blocks);
      expect(part!.text.length).toBeLessThanOrEqual(40);
      expect(part!.text.trimEnd()).toMatch(/。$/);
      text += part!.text;
      const next = view.buttons.find(({ label }) => label.startsWith('后文'))?.action;
      if (next?.kind !== 'show') break;
      show = next as typeof show;
    }
    expect(text).toBe(whole);
  });

  it('folds no paragraph that has no room: the button shows it', () => {
    expect(chat.view(card.view!, 40)).toMatchObject({ blocks: [] });
  });

  it('is gone with the article that it was made from', async () => {
    const changed = await chatOver([articleOf('bulletin', `${BULLETIN}\n又及：更正一处。\n`)]);
    expect(changed.view(card.view!, ROOM)).toBeUndefined();
    expect(chat.texts.expired).toContain('重新提问');
  });

  it('of another process shows the same', async () => {
    expect((await chatOver([other, bulletin])).view(card.view!, ROOM)).toEqual(
      chat.view(card.view!, ROOM),
    );
  });
});

describe('the answer', () => {
  it('of a comparison stands above what it was reckoned from', async () => {
    const over = await chatOver([
      articleOf(
        'a',
        '宁波市公布外贸成绩单\n\n2024-02-03\n\n2023年，宁波市出口总额达420.5亿元，进口总额达180.5亿元。\n',
      ),
    ]);
    const card = await over.ask('2023年宁波市出口和进口哪个更高？');
    expect(card.answered).toBe(true);
    expect(card.blocks[0]).toMatchObject({
      kind: 'words',
      text: expect.stringMatching(/出口的更高.*240亿元/),
    });
    expect(card.blocks[1]?.kind).toBe('quote');
    expect(card.blocks.filter(({ text }) => text === card.blocks[0]?.text)).toHaveLength(1);
  });

  it('has at most two rows of buttons, whatever may be asked next', async () => {
    for (const [question] of ANSWERED) {
      const card = await chat.ask(question);
      const rows = [card.view ? (chat.view(card.view, ROOM)?.buttons ?? []) : [], ...card.buttons];
      expect(rows.filter((row) => row.length > 0).length).toBeLessThanOrEqual(2);
    }
  });

  it('that is a whole paragraph is not shown again', async () => {
    const over = await chatOver([articleOf('a', '水厂公报\n\n青禾水厂日处理能力为30万吨。\n')]);
    const card = await over.ask('青禾水厂日处理能力是多少？');
    expect(card.answered).toBe(true);
    expect(over.view(card.view!, ROOM)).toEqual({ blocks: [], buttons: [] });
  });

  it('that there is none is one line in a conversation, with the nearest behind a button', async () => {
    const key = conversationKey('test', 'brief');
    await chat.ask('2022年滨江新区供水总量是多少？', key);
    const card = await chat.ask('滨江新区2021年供水总量是多少？', key);
    expect(card.blocks).toEqual([{ kind: 'words', text: expect.stringContaining('2021年') }]);
    const view = chat.view(card.view!, ROOM);
    expect(view?.blocks).toEqual([]);
    expect(view?.buttons[0]?.label).toBe('最接近的段落');
    const opened = view?.buttons[0]?.action;
    expect(opened?.kind === 'show' && quotes(chat.view(opened, ROOM)!.blocks)).toHaveLength(1);
  });

  it('unfolds what may be asked next from one button', async () => {
    const card = await chat.ask('2022年滨江新区供水总量是多少？');
    const button = buttons(card).find(({ label }) => label === '还可以问');
    if (button?.action.kind !== 'further') throw new Error('no such button');
    const asks = await chat.further(button.action);
    expect(asks?.map(({ action }) => action.kind)).toEqual(
      button.action.questions.map(() => 'ask'),
    );
    for (const { label } of asks ?? []) expect((await chat.ask(label)).answered).toBe(true);
    expect(await chat.further({ article: 1, questions: [1] })).toBeUndefined();
  });
});

describe('suggestions', () => {
  it('are buttons whose questions are answered', async () => {
    const asks = buttons(await chat.help('用法')).flatMap(({ action }) =>
      action.kind === 'ask' ? action : [],
    );
    expect(asks.length).toBeGreaterThan(0);
    for (const action of asks)
      expect((await chat.ask((await chat.suggested(action))!)).answered).toBe(true);
  });

  it('of an article that has changed are no longer known', async () => {
    expect(await chat.suggested({ kind: 'ask', article: 1, question: 1 } as never)).toBeUndefined();
  });
});

describe('figures', () => {
  it('are shown at once where only one matches', async () => {
    const card = await chat.stat({ words: ['智能水表', '价格'] });
    expect(card.answered).toBe(true);
    expect(card.buttons).toEqual([]);
    expect(said(card.blocks)).toContain('智能水表由云涌科技提供，每只价格为180元。');
  });

  it('are listed with a button each where several match', async () => {
    const card = await chat.stat({ words: ['2022'] });
    const figures = card.blocks.filter(({ kind }) => kind === 'figure');
    expect(figures.length).toBeGreaterThan(1);
    expect(buttons(card)).toHaveLength(figures.length);
    for (const [i, { label, action }] of buttons(card).entries()) {
      expect(label).toBe(String(i + 1));
      if (action.kind !== 'figure') throw new Error(action.kind);
      const [quote] = quotes(chat.view(action, ROOM)!.blocks);
      if (quote?.kind !== 'quote') throw new Error('no sentence');
      const [[start, end]] = quote.bold as [readonly [number, number]];
      expect(quote.text.slice(start, end)).toBe(figures[i]!.text);
    }
  });

  it('of another year are named as the nearest only', async () => {
    const card = await chat.stat({ words: ['供水总量', '2019'] });
    expect(card.answered).toBe(false);
    expect(said(card.blocks)).toMatch(/没有时期为“2019”的数字。[\s\S]*不是答案[\s\S]*8\.6亿立方米/);
  });

  it('without a word get the usage and measures to try', async () => {
    expect(said((await chat.stat({ words: [] })).blocks)).toMatch(/\/stat 指标[\s\S]*供水总量/);
  });
});

describe('articles', () => {
  it('are listed with date and counts, and shown with headings and questions', async () => {
    const card = (await chat.page({ kind: 'articles', at: 0 }))!;
    expect(said(card.blocks)).toMatch(
      /已收2篇文章：\n1\. 《滨江新区2022年水务公报》2023-04-22，4段，\d+个数字/,
    );
    const [first] = buttons(card);
    if (first?.action.kind !== 'article') throw new Error('no article');
    const shown = (await chat.page(first.action))!;
    expect(said(shown.blocks)).toMatch(/目录[\s\S]*一、供水[\s\S]*二、节水/);
    expect(await chat.page({ kind: 'article', article: 12345 })).toBeUndefined();
  });

  it('are turned over a page at a time', async () => {
    const many = await chatOver(
      Array.from({ length: 20 }, (_, i) =>
        articleOf(`a${i}`, `第${i + 1}号公报\n\n今年产量为${i + 1}吨。\n`),
      ),
    );
    const titles: string[] = [];
    for (let at: number | undefined = 0; at !== undefined; ) {
      const page: Card = (await many.page({ kind: 'articles', at: at }))!;
      titles.push(...(said(page.blocks).match(/《.+?》/g) ?? []));
      const next: Card['buttons'][number][number] | undefined = buttons(page).find(({ label }) =>
        label.startsWith('后文'),
      );
      at = next?.action.kind === 'articles' ? next.action.at : undefined;
    }
    expect(titles).toEqual(Array.from({ length: 20 }, (_, i) => `《第${i + 1}号公报》`));
  });

  it('with many headings and figures are shown a page at a time, all of them', async () => {
    const sections = Array.from(
      { length: 12 },
      (_, i) => `第${i + 1}章 水厂\n\n${i + 1}号水厂投资${i + 1}亿元。`,
    );
    const long = await chatOver([articleOf('long', `水厂公报\n\n${sections.join('\n\n')}\n`)]);
    const [first] = buttons((await long.page({ kind: 'articles', at: 0 }))!);
    if (first?.action.kind !== 'article') throw new Error('no article');
    const seen: string[] = [];
    for (let at: number | undefined = 0; at !== undefined; ) {
      const page: Card = (await long.page({
        kind: 'contents',
        article: first.action.article,
        at,
      }))!;
      seen.push(...said(page.blocks).split('\n').slice(2));
      const next: Card['buttons'][number][number] | undefined = buttons(page).find(({ label }) =>
        label.startsWith('后文'),
      );
      at = next?.action.kind === 'contents' ? next.action.at : undefined;
    }
    for (let i = 1; i <= 12; i++) {
      expect(seen.join('\n')).toContain(`第${i}章`);
      expect(seen.some((line) => line.startsWith(`${i}亿元`))).toBe(true);
    }
  });

  it('are none where there are none', async () => {
    expect(await (await chatOver([])).page({ kind: 'articles', at: 0 })).toMatchObject({
      buttons: [],
    });
  });
});

describe('a deep link', () => {
  it('opens the paragraph it was made for', async () => {
    const { ref } = (await chat.quotations('安装了多少只智能水表？')).quotations[0]!;
    const link = chat.link(ref);
    expect(link).toMatch(/^p\d+-[0-9a-z]+$/);
    expect(chat.linked(link)?.refs).toEqual([ref]);
    expect(said(chat.view(chat.linked('p2')!, ROOM)!.blocks)).toContain('陆景行');
  });

  it('to anything else opens nothing', () => {
    for (const payload of ['', 'x', 'p', 'p1-zzzzzz', 'p1x', '../p1', 'p99', 'p9999999'])
      expect(chat.linked(payload)).toBeUndefined();
  });
});

describe('quotations', () => {
  it('give the lead first, then other passages, each with its place', async () => {
    const { quotations } = await chat.quotations('青禾水厂日处理能力是多少？');
    expect(quotations[0]!.text).toContain('日处理能力为30万吨');
    for (const { text, source } of quotations) {
      expectVerbatim(text);
      expect(source).toMatch(/^——《.+》.*第\d+段/);
    }
  });

  it('are none where nothing answers', async () => {
    expect(await chat.quotations(UNANSWERED)).toEqual({
      quotations: [],
      notice: expect.stringMatching(/./),
    });
  });
});

describe('a look-up with many figures', async () => {
  const years = Array.from({ length: 25 }, (_, i) => 1990 + i);
  const lines = years.map((year) => `${year}年，滨江新区供水总量为${year - 1980}亿立方米。`);
  const many = await chatOver([articleOf('years', `历年公报\n\n${lines.join('\n\n')}\n`)]);

  it('is listed newest first and page by page, each figure once', async () => {
    const seen: string[] = [];
    let page: Card | undefined = await many.stat({ words: ['供水总量'] });
    for (let pages = 1; page; pages++) {
      expect(pages).toBeLessThan(5);
      const figures = page.blocks.filter((block) => block.kind === 'figure');
      seen.push(...figures.map(({ about }) => /\d{4}/.exec(about)?.[0] ?? ''));
      const next: Card['buttons'][number][number] | undefined = buttons(page).find(({ label }) =>
        label.startsWith('后文'),
      );
      page = next?.action.kind === 'figures' ? await many.page(next.action) : undefined;
    }
    expect(seen).toEqual(years.toReversed().map(String));
    expect(await many.page({ kind: 'figures', query: 1, at: 0 })).toBeUndefined();
  });
});

describe('articles found by a word', async () => {
  const named = (id: string, title: string) =>
    articleOf(id, `${title}\n\n全区共创建节水型小区120个。\n`);
  const several = await chatOver([
    named('a', '滨江新区2022年水务公报'),
    named('b', '滨江新区2021年水务公报'),
    named('c', '青禾镇农业年报'),
  ]);

  it('are those with it in their title, in either script; the only one is shown itself', async () => {
    const found = await several.find('水務');
    expect(found && buttons(found)).toHaveLength(2);
    const only = await several.find('农业');
    expect(only && said(only.blocks)).toMatch(/^《青禾镇农业年报》/);
    expect(await several.find('渔业')).toBeUndefined();
  });
});

describe('votes', () => {
  it('are one JSON line each, without who gave them, and count once', async () => {
    const ref = (await chat.ask('新建了几座水厂？')).view!.refs[0];
    const vote = { platform: 'test', vote: 'up', question: '新建了几座水厂？' } as const;
    await chat.vote('test:77:12345', vote, ref);
    await chat.vote('test:77:12345', vote, ref);
    await chat.vote('test:77:12345', { ...vote, vote: 'down' }, ref);
    await chat.vote('test:77:999', { platform: 'test', vote: 'up' });
    const text = readFileSync(join(stateDir, 'votes.jsonl'), 'utf8');
    const { id, by } = JSON.parse(text.split('\n')[0] ?? '') as { id: string; by: string };
    const place = { article: 'bulletin', paragraph: 1 };
    expect(text).not.toContain('12345');
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { at: expect.stringMatching(/^\d{4}-.*Z$/), id, by, ...vote, ...place },
      { at: expect.any(String), id, by, ...vote, vote: 'down', ...place },
      {
        at: expect.any(String),
        id: expect.not.stringMatching(id),
        by: expect.not.stringMatching(by),
        platform: 'test',
        vote: 'up',
      },
    ]);
  });
});

describe('a flood of one person', () => {
  it('is hinted at once and then passed over, and touches nobody else', async () => {
    const allowed = [];
    for (let i = 0; i < 50; i++) allowed.push(await chat.allow('flooder'));
    expect(allowed.filter((each) => each === 'hint')).toHaveLength(1);
    expect(allowed.slice(0, 20).every((each) => each === 'yes')).toBe(true);
    expect(allowed.at(-1)).toBe('silent');
    expect(await chat.allow('somebody else')).toBe('yes');
  });
});

describe('whatever is asked', () => {
  it('every quotation is the article’s own characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (question) => {
        const card = await chat.ask(`水厂${question}`);
        const view = card.view && chat.view(card.view, ROOM);
        for (const { text } of quotes([...card.blocks, ...(view?.blocks ?? [])]))
          expectVerbatim(text);
      }),
      { numRuns: 50 },
    );
  });
});
