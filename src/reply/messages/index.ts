import { type Script, scriptOf } from '../../language/script.ts';
import { ENGLISH } from './english.ts';
import type { Messages } from './messages.ts';
import { SIMPLIFIED } from './simplified.ts';
import { TRADITIONAL } from './traditional.ts';

export type { Messages } from './messages.ts';

const MESSAGES: Readonly<Record<Script, Messages>> = {
  english: ENGLISH,
  simplified: SIMPLIFIED,
  traditional: TRADITIONAL,
};

/** Our own words in one language. */
export function messagesIn(language: Script): Messages {
  return MESSAGES[language];
}

/** Our own words in the script that a question is asked in. */
export function messagesFor(question: string): Messages {
  return MESSAGES[scriptOf(question)];
}
