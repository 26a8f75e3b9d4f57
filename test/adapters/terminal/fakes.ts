import { PassThrough } from 'node:stream';
import type { Io, TerminalEnv } from '../../../adapters/terminal/io.ts';
import type { Article, Corpus } from '../../../src/article/article.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import { figuresAtHand } from '../../../src/figures/figure-lookup.ts';
import type { Figure } from '../../../src/figures/parts/figure.ts';
import type { Passage, Reply } from '../../../src/reply/reply.ts';
import { span } from '../../../src/util/span.ts';

const HEAD = '长三角合力构建科创共同体';
export const FIRST = '江苏输出的技术合同超9300项，成交额超307亿元。去年增长。';
export const SECOND = '40个节点的光传输网络已建成。';
const FURNITURE = '打印 放大 缩小';
const TEXT = `${HEAD}\n\n${FURNITURE}\n\n${FIRST}\n\n${SECOND}\n`;

const at = (part: string) => span(TEXT.indexOf(part), TEXT.indexOf(part) + part.length);

const article: Article = {
  id: 'delta',
  file: 'delta.txt',
  digest: 'd1',
  text: TEXT,
  title: HEAD,
  date: '2023-06-01',
  source: '交汇点',
  head: [{ field: 'title', value: HEAD, span: at(HEAD), line: at(HEAD) }],
  headings: [],
  paragraphs: [
    { number: 1, span: at(FIRST), sentences: [] },
    { number: 2, span: at(SECOND), sentences: [] },
  ],
  furniture: [{ span: at(FURNITURE), rule: 'share-bar' }],
};

export const corpus: Corpus = { articles: [article], problems: [] };

export function passage(text: string, paragraph: number, heading?: string): Passage {
  return {
    article: article.id,
    title: HEAD,
    paragraph,
    ...(heading !== undefined && { heading }),
    start: at(text).start,
    end: at(text).end,
    text,
  };
}

const LEAD = '江苏输出的技术合同超9300项，成交额超307亿元。';

export const money: Figure = {
  text: '超307亿元',
  value: 30_700_000_000,
  unit: '元',
  base: { value: 30_700_000_000, unit: '元' },
  qualifier: 'over',
  measure: '技术合同成交额',
  direction: '输出',
  actor: '江苏',
  period: '2022',
  article: article.id,
  paragraph: 1,
  start: TEXT.indexOf('超307亿元'),
  end: TEXT.indexOf('超307亿元') + 6,
  sentence: LEAD,
};

export function reply(parts: Partial<Reply> = {}): Reply {
  return {
    question: '成交额是多少？',
    outcome: 'answered',
    lead: LEAD,
    highlights: [[LEAD.indexOf('超307亿元'), LEAD.indexOf('超307亿元') + 6]],
    passages: [passage(LEAD, 1, '结盟共享'), passage(SECOND, 2)],
    figures: [money],
    notice: '',
    suggestions: [],
    text: LEAD,
    ...parts,
  };
}

/** A bot that answers everything alike and remembers what it was asked. */
export function fakeBot(answer: (question: string) => Partial<Reply> = () => ({})) {
  const asked: [question: string, conversation: string | undefined][] = [];
  const bot: Bot = {
    articles: corpus.articles,
    figures: figuresAtHand(() => [money]),
    figuresOf: () => [money],
    derive: () => {},
    prepare: () => {},
    prepareInSteps: async () => {},
    update: async () => {},
    forget: async () => {},
    suggestionsOf: async () => ['甲？', '乙？', '丙？', '丁？'],
    questionsOn: () => [],
    async ask(question, conversation) {
      asked.push([question, conversation]);
      if (question === '')
        return reply({
          question,
          outcome: 'help',
          lead: '',
          highlights: [],
          passages: [],
          figures: [],
          suggestions: ['甲？', '乙？', '丙？', '丁？'],
        });
      return reply({ question, ...answer(question) });
    },
  };
  return { bot, asked };
}

/** Streams in memory; `said()` is all that was written to the output so far. */
export function memoryIo(
  input: string | Uint8Array | undefined,
  tty = false,
  env: TerminalEnv = {},
) {
  const output = Object.assign(new PassThrough(), { isTTY: tty });
  const stdin = Object.assign(new PassThrough(), { isTTY: tty });
  if (input !== undefined) stdin.end(input);
  let said = '';
  output.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const io: Io = { input: stdin, output, errors: new PassThrough(), env };
  return { io, stdin, said: () => said };
}
