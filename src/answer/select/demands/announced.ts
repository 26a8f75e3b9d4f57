import type { AnswerType } from '../../../question/data/question-words.ts';
import type { Question } from '../../../question/question.ts';
import type { Fails } from './reading.ts';

/** The end of what only says that something follows; with a colon it may be quoted with its list. */
const ANNOUNCES = /(?:如下|见下表?)[。.]?\s*$/u;

/** 日程如下。 at the end of a paragraph says what follows, and nothing of it; what does follow would be quoted with it. */
export function announcesOnly(): Fails {
  return ({ sentence, later }) => ANNOUNCES.test(sentence) && later() === '';
}

/** How, why and whether are told by a sentence. */
const TOLD_BY_SENTENCE: ReadonlySet<AnswerType> = new Set(['method', 'reason', 'yesno']);
/** Characters of a line that is most likely a heading. */
const HEADING = 10;
/** A mark, a number or a verb of being, doing or having: more than a name of a thing. */
const TELLS = /[。!?;:,0-9]|[是有可能会要须请不先用按点选]/u;

/** A line of few words and without any mark, 聊天界面, names a thing and tells nothing of it. */
export function namesOnly({ type }: Question): Fails | undefined {
  return TOLD_BY_SENTENCE.has(type)
    ? ({ sentence }) => sentence.trim().length <= HEADING && !TELLS.test(sentence)
    : undefined;
}
