/**
 * A start over a folder of articles, with whatever is kept of it, and one file changed after it;
 * writes as JSON how many milliseconds each took: `node folder-start.js FOLDER STATE`.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from '../../src/article/corpus-folder.ts';
import { createBot } from '../../src/bot.ts';
import { openKeptArticles } from '../../src/state/kept-articles.ts';

const [dir = '', state = ''] = process.argv.slice(2);
const fail = (line: string) => {
  throw new Error(line);
};
const kept = openKeptArticles(join(state, 'articles.sqlite'), fail);
const folder = openFolder(dir, kept);
const corpus = await folder.load();
kept.remember(corpus);
const bot = createBot(corpus, {
  file: join(state, 'index.sqlite'),
  making: kept,
  warn: fail,
});
const indexed = performance.now();
for (const article of bot.articles) bot.figuresOf(article);
const ready = performance.now();
const [file = ''] = readdirSync(dir);
appendFileSync(join(dir, file), '\n新添的一段写道，这座水厂明年扩建。\n');
const changed = performance.now();
bot.update(await folder.load());
const followed = performance.now();
kept.close();
process.stdout.write(JSON.stringify({ indexed, ready, followed: followed - changed }));
