import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { answerPage } from '../../../src/chat/pages/answer-page.ts';
import { articleOf } from '../../helpers/article.ts';
import { MIXED, YEARS } from '../../helpers/charts.ts';
import { BULLETIN, newStateDir, UNANSWERED } from '../../helpers/chat.ts';

const articles = [
  articleOf('bulletin', BULLETIN),
  articleOf('years', YEARS),
  articleOf('mixed', MIXED),
];
const { library } = createChat(await createBot({ articles, problems: [] }), newStateDir());
const pageOf = async (question: string) => answerPage(await library.reply(question), library);

describe('the page of an answer', () => {
  it('has each quotation with its figures, and an address that marks that very quotation', async () => {
    const { quotations, opening } = await pageOf('新建了几座水厂？');
    expect(opening).toBeUndefined();
    expect(quotations.length).toBe(1);
    const [{ text = '', figures = [], passage, number } = {}] = quotations;
    expect(number).toBeUndefined();
    expect(text).toBe('全年新建水厂4座，总投资超25亿元。');
    expect(figures.map((figure) => figure.text)).toContain('4座');
    const quote = new URL(passage?.path ?? '', 'http://page').searchParams.get('quote') ?? '';
    const shown = library.page('bulletin', quote);
    const marked = shown?.paragraphs.find((paragraph) => paragraph.marked);
    expect(marked?.text.slice(...(marked.marked ?? []))).toBe(text);
  });

  it('that is unsure says so, and has the other quotations numbered beside the first', async () => {
    const { quotations, opening } = await pageOf('滨江新区的水？');
    expect(opening).toBeTruthy();
    expect(quotations.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const { text, passage } of quotations) {
      const from = articles.find(({ id }) => id === passage?.article)?.text;
      expect(from).toContain(text);
    }
  });

  it('draws the figure among its like, where there are any', async () => {
    const { chart } = await pageOf('2022年青江市技术合同成交额是多少？');
    if (chart === undefined) throw new Error('it has no chart');
    const { words, group, draw: _, ...query } = chart;
    const found = library.figures({ ...query, words: [words] });
    if (found.kind === 'none') throw new Error('it finds nothing');
    const drawn = await library.draw(found.figures, 'simplified', { group });
    expect(drawn).toMatchObject({ kind: 'chart' });
    expect(drawn.kind === 'chart' && drawn.marks.length).toBe(6);
    expect((await pageOf('东山区从业人员有多少人？')).chart).toBeUndefined();
  });

  it('of arithmetic has the notice first', async () => {
    const page = await pageOf('青江市2020年技术合同成交额比2019年少多少？');
    expect(page).toMatchObject({ isReckoned: true, notice: expect.stringContaining('11.6亿元') });
  });

  it('of an article as a whole has the beginning of each part below its heading', async () => {
    const { isOutline, quotations, passages } = await pageOf('《滨江新区2022年水务公报》');
    expect([isOutline, quotations]).toEqual([true, []]);
    expect(passages.map(({ heading }) => heading)).toEqual(['一、供水', '二、节水']);
  });

  it('that there is none of has the nearest passages, and no quotation', async () => {
    const page = await pageOf('滨江新区2021年供水总量是多少？');
    expect(page).toMatchObject({ isAnswered: false, quotations: [] });
    expect(page.passages[0]?.path).toMatch(/^\/a\/bulletin@/);
    expect((await pageOf(UNANSWERED)).isAnswered).toBe(false);
  });
});
