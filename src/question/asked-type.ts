import type { Token } from '../language/tokenizer.ts';
import { HEAD_NOUNS } from './data/head-nouns.ts';
import { type AnswerType, COURTESIES, QUESTION_WORDS } from './data/question-words.ts';

/** What a question asks for, and what it says besides asking. */
export interface Asked {
  readonly type: AnswerType;
  /** Whether it says its type: otherwise that is `thing`. */
  readonly typed: boolean;
  /** Where the question word stands; the text's length where there is none. */
  readonly at: number;
  /** The text with question words and courtesies blanked out. */
  readonly rest: string;
}

/** 主场馆开放时间 asks without a question word, …时间是什么 with one that leaves it open: what the last noun says. */
export function typedByHead(asked: Asked): Asked {
  const before = asked.rest.slice(0, asked.at);
  // of a noun by itself what it means is asked, of somebody's or something's what it is
  const open = asked.type === 'thing' || (asked.type === 'definition' && OWNED.test(before));
  if (asked.typed && !(open && asked.rest.slice(asked.at).trim().length < 2)) return asked;
  const phrase = before.replace(/[\s?!.,。:、]*[是为]?[\s?!.,。:、]*$/u, '');
  const noun = HEAD_NOUNS.find(({ pattern }) => pattern.test(phrase));
  return noun === undefined ? asked : { ...asked, type: noun.type, typed: true };
}

/** An owner and 的, right before the noun that is asked for. */
export const OWNED = /的[^的,;:?!]{0,10}$/;

/**
 * Reads what the question words ask for, and blanks them and courtesies out: offsets stay, and what
 * stood on both sides does not become neighbours.
 */
export function takeQuestionWords(text: string): Asked {
  let type: AnswerType | undefined;
  let at = text.length;
  let rest = text;
  for (const courtesy of COURTESIES) rest = rest.replace(courtesy, blank);
  for (const entry of QUESTION_WORDS) {
    const without = rest.replace(entry.pattern, blank);
    if (without !== rest && type === undefined) {
      type = entry.type;
      at = rest.search(entry.pattern);
    }
    rest = without;
  }
  return { type: type ?? 'thing', typed: type !== undefined, at, rest };
}

/**
 * The type of a question for a person or a definition, by the words beside the question word: 张三是谁
 * asks for a definition; 宫殿的西边是什么 asks for a thing, and not for what 西边 means.
 */
export function retyped(
  asked: AnswerType,
  content: readonly Token[],
  tags: ReadonlyMap<string, string>,
  before: string,
): AnswerType {
  if (asked === 'person' && isOnePerson(content, tags)) return 'definition';
  const isOf = OWNED.test(before) || OF_ITS_KIND.test(before);
  return asked === 'definition' && isOf && !MEANING.test(before) ? 'thing' : asked;
}

/** Nouns that do ask what something is: X的含义是什么. */
const MEANING = /(?:定义|含义|意思|意义|身份|职务|职位|全称|简称)$/;

/** Nouns of which not the meaning is asked, but which it is: 报名条件是什么. */
const OF_ITS_KIND =
  /(?:条件|要求|主题|口号|目的|目标|任务|内容|标准|流程|步骤|结果|成绩|影响|作用|特点|优势|问题|措施|办法|建议|安排|职责|待遇|处罚|奖品|邮箱|电话|网址|账号|名称|颜色|方式|渠道|依据|方向|学历|职称|头衔|用途|功能|材料|成分|症状|后果|原则|重点|亮点)$/u;

/** Whether one person's name is all that the question says, as in 张三是谁. */
function isOnePerson(content: readonly Token[], tags: ReadonlyMap<string, string>): boolean {
  const [only] = content;
  if (only === undefined || content.length > 1 || only.kind !== 'han') return false;
  return /^(?:nr|nrt|nrfg|x)$/.test(tags.get(only.text) ?? '');
}

/** Normalised text with question words and courtesies blanked out. */
export function withoutQuestionWords(text: string): string {
  return takeQuestionWords(text).rest;
}

/** White space of a match's length, so that offsets stay. */
export function blank(match: string): string {
  return ' '.repeat(match.length);
}
