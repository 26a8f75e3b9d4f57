/**
 * Use as a library: ask a corpus, and look its figures up. In a program of your own the import is
 * `from 'yuanwen'`. Run it with `node dist/docs/examples/library.js [FOLDER]`.
 */
import { createBot, loadCorpus, lookupFigures } from '../../src/index.ts';

const corpus = await loadCorpus(process.argv[2] ?? 'corpus');
// loads jieba: about a second, once a process
const bot = await createBot(corpus);

const reply = await bot.ask('2022年江苏输出的技术合同成交额是多少？');
console.log(`${reply.outcome}: ${reply.lead}`);

// every quotation can be checked against the article
const [passage] = reply.passages;
const article = bot.articles.find(({ id }) => id === passage?.article);
if (passage && article)
  console.log('verbatim:', article.text.slice(passage.start, passage.end) === passage.text);

// turns that share the name of a conversation may leave out what was said before
for (const question of ['江苏输出了多少项技术合同？', '那成交额呢？']) {
  const { lead, figures } = await bot.ask(question, 'a reader');
  console.log(question, figures.map(({ text }) => text).join('、') || lead);
}

// figures are data: value in the base unit, qualifier, measure, direction, actor, period
const matches = lookupFigures(
  bot.articles.flatMap((each) => bot.figuresOf(each)),
  { words: ['技术合同', '成交额'], year: '2022' },
);
if (matches.kind === 'found')
  for (const { text, value, unit, qualifier, direction } of matches.figures)
    console.log(text, { value, unit, qualifier, direction });
