import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/body/parse-article.ts';
import { readMarked } from '../../../src/article/formats/markdown.ts';
import { type Bot, createBot } from '../../../src/bot/bot.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import type { Reply } from '../../../src/reply/reply.ts';

/** A question on the tables of `articles`, and what is right. */
interface TableQuestion {
  readonly question: string;
  readonly answerable: boolean;
  /** What the lead holds. */
  readonly holds?: readonly string[];
  /** What is highlighted, or a figure of the reply. */
  readonly cell?: readonly string[];
  /** What is told in our own words. */
  readonly notice?: readonly string[];
  /** What the whole reply shows. */
  readonly shows?: readonly string[];
  /** What must be neither highlighted nor a figure. */
  readonly not?: readonly string[];
}

const here = (path: string) => new URL(path, import.meta.url).pathname;
const questions: readonly TableQuestion[] = readFileSync(here('questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Answered by no row: the first is told in a note of the table, the second in a sentence below the list. */
const OPEN: ReadonlySet<string> = new Set(['学生票要凭什么？', '读书会要带什么？']);

function marksOf({ lead, highlights, figures }: Reply): readonly string[] {
  return [
    ...highlights.map(([start, end]) => lead.slice(start, end)),
    ...figures.map(({ text }) => text),
  ];
}

describe('a hundred questions on ten tables', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await createBot(await loadCorpus(here('articles')));
  });

  it.each(questions.filter(({ question }) => !OPEN.has(question)))('$question', async (asked) => {
    const reply = await bot.ask(asked.question);
    expect(reply.outcome).toBe(asked.answerable ? 'answered' : 'unanswered');
    const { holds = [], cell = [], notice = [], shows = [], not = [] } = asked;
    for (const words of holds) expect(reply.lead).toContain(words);
    for (const words of cell) expect(marksOf(reply)).toContain(words);
    for (const words of notice) expect(reply.notice).toContain(words);
    for (const words of shows) expect(reply.text).toContain(words);
    for (const words of not) expect(marksOf(reply)).not.toContain(words);
  });

  it('quotes cells and heads as they are written', async () => {
    const corpus = await loadCorpus(here('articles'));
    for (const { question } of questions) {
      const { passages } = await bot.ask(question);
      for (const { article: id, cells = [] } of passages) {
        const { text } = corpus.articles.find((one) => one.id === id) ?? { text: '' };
        for (const cell of cells) {
          expect(text.slice(cell.start, cell.end)).toBe(cell.text);
          for (const head of cell.heads) expect(text).toContain(head);
        }
      }
    }
  });
});

it('tells what a row says beside its price, whose label the question does not ask for', async () => {
  const marked = readMarked(
    '# 锅炉价目\n\n| 型号 | 价格（元） | 说明 |\n|---|---|---|\n| B30 | 899 | 家用<br>质保三年 |\n| B40 | 1299 | 商用<br>质保五年 |\n\n## 售后\n\n十日内无理由退货。\n',
  );
  const parsed = parseArticle('boilers.md', marked, 'boilers');
  if (!parsed.ok) throw new Error(parsed.reason);
  const bot = await createBot({ articles: [parsed.article], problems: [] });
  const { lead, highlights } = await bot.ask('B40质保多久？');
  expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual(['五年']);
});
