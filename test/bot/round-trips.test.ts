import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { articleOf } from '../helpers/article.ts';
import { BULLETIN } from '../helpers/chat.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { remoteBot } from '../helpers/remote-bot.ts';
import { type SharedDatabase, startSharedDatabase } from '../helpers/shared-database.ts';

/** What a question may send to the database that holds the postings: one to answer, one to suggest. */
const STATEMENTS = 2;
const PATIENCE = 240_000;

/** Sets of questions beside the project, asked in addition where they are there. */
const SETS = ['xquad', 'drcd'].map((name) => `../shared/eval/public/${name}`).filter(existsSync);
const ASKED = 15;

/** Every way of asking: plainly, misspelt, in pinyin, in English, leaning on the turn before, in vain. */
const QUESTIONS: readonly (readonly [conversation: string, question: string])[] = [
  ['a', '第7号水厂日供水多少吨？'],
  ['a', '那第8号水厂呢？'],
  ['a', '它的管线什么时候完工？'],
  ['b', 'How many tonnes of water does waterworks No. 9 supply a day?'],
  ['b', 'What about the pipeline?'],
  ['c', '第12号水长日供水多少吨？'],
  ['c', '第12号水场日工水多少吨？'],
  ['c', '青禾水产日处里能力是多少？'],
  ['c', '2022年滨江新区共水总量是多少？'],
  ['c', '青水禾厂日处理能力是多少？'],
  ['c', 'shuichang ri gongshui duoshao dun'],
  ['d', '第3条管线由谁施工？'],
  ['d', '月球上有水厂吗？'],
  ['e', '哪个水厂日供水最多？'],
  ['e', '第5号水厂和第6号水厂日供水相差多少？'],
  ['e', '技术合同成交额超过多少？'],
  ['e', '长三角技朮合同成交饿是多少？'],
  ['f', '你能做什么？'],
  ['g', '有哪些文章？'],
  ['g', '滨江新区2022年水务公报说了什么？'],
  ['h', '沿綫居民的用水受影響嗎？'],
];

/** A character of a question read as its neighbour, so that two change places. */
function mistyped(question: string, at: number): string {
  const characters = [...question];
  const place = 1 + (at % Math.max(1, characters.length - 2));
  const [moved = ''] = characters.splice(place, 1);
  characters.splice(place - 1, 0, moved);
  return characters.join('');
}

function questionsOf(set: string): readonly string[] {
  return readFileSync(join(set, 'questions.jsonl'), 'utf8')
    .split('\n')
    .slice(0, ASKED)
    .map((line) => String(JSON.parse(line).question));
}

describe.skipIf(!HAS_POSTGRES)(
  'a question to postings in a database',
  { timeout: PATIENCE },
  () => {
    let shared: SharedDatabase;
    beforeAll(async () => {
      shared = await startSharedDatabase();
    });
    afterAll(() => shared?.end());

    /** Asks a bot without any postings at hand, and one over files, which must say the same. */
    async function compare(
      corpus: Corpus,
      tenant: string,
      questions: readonly (readonly [conversation: string | undefined, question: string])[],
    ): Promise<void> {
      const remote = await remoteBot(corpus, shared.connect(tenant));
      const local = await createBot(corpus, { engine: 'sqlite' });
      const most = new Map<string, number>();
      for (const [conversation, question] of questions) {
        remote.forget();
        const before = remote.statements();
        const reply = await remote.bot.ask(question, conversation);
        const sent = remote.statements() - before;
        if (sent > STATEMENTS) most.set(question, sent);
        expect(reply).toEqual(await local.ask(question, conversation));
      }
      expect(remote.statements()).toBeGreaterThan(0);
      expect([...most]).toEqual([]);
      remote.end();
    }

    it('sends two statements at most, and is answered as over files', async () => {
      const works = Array.from({ length: 25 }, (_, at) => {
        const lines = Array.from(
          { length: 8 },
          (_, line) =>
            `第${at}号水厂的第${line}条管线今年改造，由第${at * line}工程队施工，预计${line + 1}年完工，沿线居民的用水不受影响。`,
        );
        const text = `第${at}号水厂\n\n2024-03-05\n\n第${at}号水厂日供水${1000 + at}吨。\n\n${lines.join('\n\n')}`;
        return articleOf(`a${at}`, text);
      });
      const { articles } = await loadCorpus('corpus');
      const all = [...articles, ...works, articleOf('bulletin', BULLETIN)];
      await compare({ articles: all, problems: [] }, 'works', QUESTIONS);
    });

    it.skipIf(SETS.length === 0).each(SETS)('of %s, too, typed rightly or not', async (set) => {
      const asked = questionsOf(set);
      const mistaken = asked.map((question, at) => mistyped(question, at * 5 + 3));
      const all = [...asked, ...mistaken].map((question) => [undefined, question] as const);
      await compare(await loadCorpus(set), set, all);
    });
  },
);
