import { createInterface } from 'node:readline';
import type { Corpus } from '../../src/article/article.ts';
import { paragraphText } from '../../src/article/paragraph-text.ts';
import type { Bot } from '../../src/bot/bot.ts';
import { messagesFor } from '../../src/reply/messages/index.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { type Io, wantsColour } from './io.ts';
import { type RenderOptions, renderPassage, renderReply } from './render.ts';
import { oneLine, painter, safe } from './style.ts';

const HELP = `直接输入问题；接着问可以省略上文说过的部分，例如“那成交额呢？”
  /next      上一个回答的下一段原文
  /context   当前原文所在的整段
  /articles  已收的文章
  /help      这份说明
  /quit      离开（Ctrl-C、Ctrl-D 也可）`;

/** The only conversation of a chat. */
const CONVERSATION = 'terminal';

/** Talks with the person at the terminal until they leave. */
export async function chat(bot: Bot, corpus: Corpus, io: Io): Promise<void> {
  const options = { terminal: true, colour: wantsColour(io) };
  const paint = painter(options.colour);
  const respond = responder(bot, corpus, options);
  const say = (text: string) => io.output.write(`${text}\n`);

  say(
    `原文：用文章自己的话回答问题。已收 ${corpus.articles.length} 篇文章；/help 看用法，/quit 离开。`,
  );
  const { suggestions } = await bot.ask('');
  const samples = suggestions.slice(0, 3);
  if (samples.length > 0)
    say(['可以试着问：', ...samples.map((text) => `  ${safe(text)}`)].join('\n'));
  say('');

  const readline = createInterface({
    input: io.input,
    output: io.output,
    terminal: io.output.isTTY === true,
    prompt: paint.bold('问> '),
  });
  await new Promise<void>((resolve, reject) => {
    /** Whether no more lines come: the person has left, or the input has ended. */
    let ended = false;
    /** Whether the person said /quit, or an answer failed: the lines behind it are not answered. */
    let quit = false;
    /** Over when all lines so far are answered: answers come in the order of the lines. */
    let answered: Promise<void> = Promise.resolve();
    const leave = () => {
      quit = true;
      readline.close();
    };
    readline.on('close', () => {
      ended = true;
      // the input may end before its last line is answered
      void answered.then(resolve);
    });
    readline.on('SIGINT', () => readline.close());
    async function answerTo(line: string): Promise<void> {
      if (quit) return;
      try {
        const answer = await respond(line);
        if (answer === undefined) return leave();
        if (answer) say(`${answer}\n`);
        if (!ended) readline.prompt();
      } catch (error) {
        reject(error);
        leave();
      }
    }
    readline.on('line', (line) => {
      if (!ended) answered = answered.then(() => answerTo(line));
    });
    readline.prompt();
  });
  say('');
}

/** What to say to each line; undefined when it is time to leave. */
export function responder(
  bot: Bot,
  corpus: Corpus,
  options: RenderOptions,
): (line: string) => Promise<string | undefined> {
  let last: Reply | undefined;
  let shown = 0;

  function next(): string {
    const passage = last?.passages[shown + 1];
    if (!last) return '还没有问过问题。';
    if (!passage) return '没有更多段落了。';
    shown += 1;
    return `[${shown + 1}/${last.passages.length}] ${renderPassage(passage, options, messagesFor(last.question))}`;
  }

  function context(): string {
    const passage = last?.passages[shown];
    if (!last || !passage) return '还没有可看的原文。';
    const article = corpus.articles.find(({ id }) => id === passage.article);
    const text = (article && paragraphText(article, passage.paragraph)) ?? passage.text;
    return renderPassage({ ...passage, text }, options, messagesFor(last.question));
  }

  function articles(): string {
    return corpus.articles
      .map(({ title, date, paragraphs }) =>
        oneLine(`《${title}》${date ?? '日期不详'}，${paragraphs.length} 段`),
      )
      .join('\n');
  }

  const commands: Readonly<Record<string, () => string | undefined>> = {
    '/help': () => HELP,
    '/next': next,
    '/context': context,
    '/articles': articles,
    '/quit': () => undefined,
  };

  return async (line) => {
    const words = line.trim();
    if (words === '') return '';
    if (words.startsWith('/')) {
      const command = Object.hasOwn(commands, words) ? commands[words] : undefined;
      return command ? command() : `没有 ${oneLine(words)} 这个命令；/help 看用法。`;
    }
    last = await bot.ask(line, CONVERSATION);
    shown = 0;
    return renderReply(last, options);
  };
}
