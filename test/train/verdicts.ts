/**
 * Asks the bot the questions of some folders and writes what became of each, one JSON object a line:
 * `node dist/test/train/verdicts.js OUT DIR…`. Two builds' files are set beside each other by
 * `ablation.ts`. A DIR is as for `npm run train`; where its questions name passages that answer and
 * passages on the same event that do not, each is asked of both together and of the latter alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../src/article/article.ts';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { comparable, evaluate, parseCases } from '../../src/evaluation/evaluate.ts';
import type { Verdict } from './ablation-table.ts';

/** A question with passages that answer it and passages that only seem to. */
const NEAR_MISS = z.object({
  id: z.string(),
  question: z.string(),
  /** Of each list the lead must hold one. */
  all_of_any: z.array(z.array(z.string())),
  positive: z.array(z.string()),
  negative: z.array(z.string()),
});

type NearMiss = z.infer<typeof NEAR_MISS>;

const [out, ...dirs] = process.argv.slice(2);
if (out === undefined || dirs.length === 0) {
  process.stderr.write('Name a file and at least one folder: verdicts.js OUT DIR…\n');
  process.exit(2);
}
const verdicts: Verdict[] = [];
for (const dir of dirs) verdicts.push(...(await verdictsOf(dir)));
writeFileSync(out, verdicts.map((one) => `${JSON.stringify(one)}\n`).join(''));

async function verdictsOf(dir: string): Promise<Verdict[]> {
  const { articles } = await loadCorpus(dir);
  const name = basename(resolve(dir));
  const text = readFileSync(join(dir, 'questions.jsonl'), 'utf8');
  const lines: unknown[] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
  if (NEAR_MISS.safeParse(lines[0]).success) {
    const verdicts: Verdict[] = [];
    for (const line of lines)
      verdicts.push(...(await nearMissVerdicts(name, articles, NEAR_MISS.parse(line))));
    return verdicts;
  }
  const bot = await createBot({ articles, problems: [] });
  const results = await evaluate(
    parseCases(text),
    (question, conversation) => bot.ask(question, conversation),
    () => performance.now(),
  );
  return results.map(({ case: { id, question, expect }, reply, leadHit }) => ({
    set: name,
    id,
    question,
    answerable: expect.answerable,
    answered: reply.outcome === 'answered',
    right: leadHit ?? false,
    lead: reply.lead,
    reason: reply.notice,
  }));
}

async function nearMissVerdicts(
  name: string,
  articles: readonly Article[],
  { id, question, all_of_any, positive, negative }: NearMiss,
): Promise<Verdict[]> {
  const holdsAll = (lead: string) =>
    all_of_any.every((some) => some.some((one) => comparable(lead).includes(comparable(one))));
  const askOf = async (ids: readonly string[]) => (await botOver(articles, ids)).ask(question);
  return [
    { set: name, answerable: true, reply: await askOf([...positive, ...negative]) },
    { set: `${name}, negatives`, answerable: false, reply: await askOf(negative) },
  ].map(({ set, answerable, reply: { outcome, lead, notice } }) => ({
    set,
    id,
    question,
    answerable,
    answered: outcome === 'answered',
    right: answerable && outcome === 'answered' && holdsAll(lead),
    lead,
    reason: notice,
  }));
}

function botOver(articles: readonly Article[], ids: readonly string[]): Promise<Bot> {
  const wanted = new Set(ids);
  return createBot({ articles: articles.filter(({ id }) => wanted.has(id)), problems: [] });
}
