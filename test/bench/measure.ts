/**
 * Fills one library with one corpus and asks it the corpus's questions; writes a `Measured` as JSON.
 * A process of its own, so that its memory is its own: `node measure.js NAME DIR PASSES`.
 */
import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import type { Article } from '../../src/article/article.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { type Case, comparable, holdsAnswer, parseCases } from '../../src/evaluation/evaluate.ts';
import { loadJieba } from '../../src/language/jieba.ts';
import { slice } from '../../src/util/span.ts';
import { questionsFile } from './corpora.ts';
import { openKept } from './kept.ts';
import { OVER_SENTENCES, PEERS, YUANWEN } from './peers/index.ts';
import type { Peer } from './peers/types.ts';
import { median, processorTime } from './statistics.ts';

export interface Measured {
  /** Milliseconds of the processor, as are all times here, to fill it; or to open what we have kept. */
  readonly build: number;
  /**
   * MB that filling and asking added, and all that the process held: with a library the articles,
   * with us those that questions have opened.
   */
  readonly added: number;
  readonly resident: number;
  /** Milliseconds a question when each is asked for the first time; then medians of the later passes. */
  readonly first: { readonly median: number; readonly p99: number };
  readonly median: number;
  readonly p99: number;
  /** Shares of the questions; null where nothing is known of what is right. */
  readonly rightParagraph: number | null;
  readonly leadHit: number | null;
}

/** What a library, or we, give for a question. */
interface Given {
  readonly paragraph: string;
  readonly lead: string;
}

interface Subject {
  /** What is timed. */
  ask(question: string): unknown;
  give(question: string): Promise<Given>;
}

const [name = YUANWEN, dir = 'corpus', passes = '5'] = process.argv.slice(2);
// we open articles from where they are kept
const articles = name === YUANWEN ? [] : (await loadCorpus(dir)).articles;
const cases = parseCases(readFileSync(questionsFile(dir), 'utf8'));
// all of them cut with jieba, whose dictionary is no library's own memory
loadJieba();
const before = process.memoryUsage.rss();
const from = processorTime();
const subject = name === YUANWEN ? await ourselves(dir) : library(articles, name);
const build = processorTime() - from;

const runs = [];
for (let pass = 0; pass <= Number(passes); pass += 1) runs.push(await askAll(subject, cases));
const [first = { median: 0, p99: 0 }, ...later] = runs;
const resident = process.memoryUsage.rss();

const asked = cases.filter(({ expect }) => expect.answerable);
const given: (Given & Pick<Case, 'expect'>)[] = [];
for (const { question, expect } of asked) given.push({ expect, ...(await subject.give(question)) });
const share = (right: (one: Given & Pick<Case, 'expect'>) => boolean) =>
  given.length === 0 ? null : given.filter(right).length / given.length;
const measured: Measured = {
  build,
  added: (resident - before) / 2 ** 20,
  resident: resident / 2 ** 20,
  first,
  median: median(later.map((run) => run.median)),
  p99: median(later.map((run) => run.p99)),
  rightParagraph: share(
    ({ expect, paragraph }) =>
      expect.answerable &&
      comparable(paragraph).includes(comparable(expect.paragraph_contains ?? '')),
  ),
  leadHit: share(({ expect, lead }) => expect.answerable && holdsAnswer(lead, expect)),
};
process.stdout.write(JSON.stringify(measured));

async function askAll(
  { ask }: Subject,
  put: readonly Case[],
): Promise<{ median: number; p99: number }> {
  const bench = new Bench({ iterations: put.length, time: 0, warmup: false, now: processorTime });
  let next = 0;
  bench.add(name, async () => {
    await ask(put[next++ % put.length]?.question ?? '');
  });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error(`${name} could not be asked`);
  const { p50, p99 } = task.result.latency;
  return { median: p50, p99 };
}

/** All is kept on disk beside the corpus, as a bot keeps it. */
async function ourselves(folder: string): Promise<Subject> {
  const bot = await openKept(folder);
  return {
    ask: (question) => bot.ask(question),
    async give(question) {
      const { outcome, passages, lead } = await bot.ask(question);
      return { paragraph: passages[0]?.text ?? '', lead: outcome === 'answered' ? lead : '' };
    },
  };
}

function library(read: readonly Article[], called: string): Subject {
  const create = PEERS[called];
  if (create === undefined) throw new Error(`no library is called ${called}`);
  const documents = read.flatMap((article) =>
    article.paragraphs.flatMap((paragraph) =>
      (OVER_SENTENCES.has(called) ? paragraph.sentences : [paragraph]).map(({ span }) => ({
        article,
        paragraph,
        span,
      })),
    ),
  );
  const peer = create(
    documents.map(({ article, span }, id) => ({
      id,
      text: `${article.title}\n${slice(article.text, span)}`,
    })),
  );
  return {
    ask: (question) => peer.search(question, 10),
    async give(question) {
      const best = documents[peer.search(question, 10)[0] ?? -1];
      if (best === undefined) return { paragraph: '', lead: '' };
      const { text } = best.article;
      if (OVER_SENTENCES.has(called)) {
        return { paragraph: slice(text, best.paragraph.span), lead: slice(text, best.span) };
      }
      const sentences = best.paragraph.sentences.map(({ span }) => slice(text, span));
      return {
        paragraph: slice(text, best.paragraph.span),
        lead: leadOf(peer, question, sentences),
      };
    },
  };
}

/** A search library chooses no sentence: the one that shares most tokens with the question stands in. */
function leadOf(peer: Peer, question: string, sentences: readonly string[]): string {
  const asked = new Set(peer.tokens(question));
  const shared = (sentence: string) =>
    new Set(peer.tokens(sentence).filter((token) => asked.has(token))).size;
  const [best] = sentences
    .map((sentence) => ({ sentence, count: shared(sentence) }))
    .sort((a, b) => b.count - a.count);
  return best?.sentence ?? '';
}
