/**
 * The stages of a start, one after the other; writes their ends as JSON, in milliseconds since the
 * process began: `node start.js [CORPUS [INDEX]]`.
 */
const [dir = 'corpus', file] = process.argv.slice(2);
const ends: [stage: string, ms: number][] = [];
const end = (stage: string) => ends.push([stage, performance.now()]);

end('node');
const { readConfig } = await import('../../adapters/common/settings.ts');
readConfig({}, 'no such file');
end('settings');
const { loadCorpus } = await import('../../src/corpus/load-corpus.ts');
const corpus = await loadCorpus(dir);
end('reading');
const { createBot } = await import('../../src/bot/bot.ts');
end('modules of the bot');
const { loadJieba } = await import('../../src/language/jieba.ts');
loadJieba();
end('jieba');
const bot = await createBot(corpus, file === undefined ? {} : { file });
end('indexing');
await bot.ask('谁主办了大会？');
end('first answer');
process.stdout.write(JSON.stringify(ends));
