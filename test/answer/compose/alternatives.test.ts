import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { articleOf } from '../../helpers/article.ts';

/** Two plants, of which a question that names neither may mean either. */
const PLANTS = articleOf(
  'plants',
  `滨江水务简报

2023-05-06

青禾水厂由滨江水务集团建设，厂长是陆景行。云桥水厂由江南水务公司建设，厂长是周以宁。

云桥水厂2022年日处理能力为12万吨。青禾水厂2021年日处理能力为30万吨。

龙湾水厂由北岸水务公司建设，厂长是何思远。
`,
);

const SHARED = '../shared/eval/public/xquad';

async function repliesTo(
  corpus: Parameters<typeof createBot>[0],
  questions: readonly string[],
): Promise<readonly Reply[]> {
  const bot = await createBot(corpus);
  const replies: Reply[] = [];
  for (const question of questions) replies.push(await bot.ask(question));
  return replies;
}

/** What must hold of every reply. */
function expectSound(reply: Reply, textOf: (article: string) => string | undefined): void {
  const { outcome, certainty, alternatives, passages, lead, figures } = reply;
  expect(certainty !== undefined).toBe(outcome === 'answered');
  expect(alternatives !== undefined).toBe(certainty === 'unsure');
  if (alternatives === undefined) return;
  expect(alternatives.length).toBeLessThanOrEqual(2);
  const [first] = passages;
  const from = first === undefined ? 0 : first.start + first.text.indexOf(lead);
  const spans = [
    { article: first?.article, start: from, end: from + lead.length },
    ...alternatives,
  ];
  for (const [place, { article, start, end, text, highlights }] of alternatives.entries()) {
    expect(textOf(article)?.slice(start, end)).toBe(text);
    for (const [begin, close] of highlights) expect(text.slice(begin, close)).not.toBe('');
    const overlaps = spans
      .slice(0, place + 1)
      .filter((other) => other.article === article && other.start < end && start < other.end);
    expect(overlaps).toEqual([]);
  }
  for (const { article, start, end, text } of figures)
    expect(textOf(article)?.slice(start, end)).toBe(text);
}

describe('an answer', () => {
  it('that is unsure shows what else may answer, each with its citation and figures', async () => {
    const [reply] = await repliesTo({ articles: [PLANTS], problems: [] }, ['哪位是厂长？']);
    expect(reply).toMatchObject({ outcome: 'answered', certainty: 'unsure', chosenBy: 'rules' });
    expect(reply?.alternatives?.length).toBeGreaterThan(0);
    expect(reply?.text).toMatch(
      /^可能是这几处之一：\n1\. .+\n——《滨江水务简报》.+\n2\. .+\n——同篇第\d段/s,
    );
    if (reply !== undefined) expectSound(reply, () => PLANTS.text);
  });

  it('that is sure looks as it would without any of this', async () => {
    const [reply] = await repliesTo({ articles: [PLANTS], problems: [] }, [
      '云桥水厂2022年日处理能力为多少万吨？',
    ]);
    expect(reply).toMatchObject({ certainty: 'sure', chosenBy: 'rules' });
    expect(reply?.text).toMatch(/^云桥水厂2022年日处理能力为12万吨。\n12万吨/);
  });

  it('has no alternative of another year than the question names', async () => {
    const [reply] = await repliesTo({ articles: [PLANTS], problems: [] }, [
      '2022年水厂日处理能力是多少？',
    ]);
    expect(reply?.lead).toContain('12万吨');
    expect(JSON.stringify(reply?.alternatives ?? [])).not.toContain('30万吨');
  });
});

it.runIf(existsSync(SHARED))('holds over a set of questions', async () => {
  const corpus = await loadCorpus(SHARED);
  const texts = new Map(corpus.articles.map(({ id, text }) => [id, text]));
  const questions = readFileSync(`${SHARED}/questions.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .slice(0, 80)
    .map((line): string => JSON.parse(line).question);
  for (const reply of await repliesTo(corpus, questions))
    expectSound(reply, (article) => texts.get(article));
});
