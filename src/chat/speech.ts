import { type Messages, messagesIn } from '../reply/messages/index.ts';
import type { Language } from './language.ts';
import { TEXTS, type Texts } from './texts/index.ts';

/** All that is said in one language where no question tells in which. */
export interface Speech {
  readonly texts: Texts;
  readonly say: Messages;
}

export function speechIn(language: Language): Speech {
  return { texts: TEXTS[language], say: messagesIn(language) };
}

/** The question that a message repeats above its answer, as `Messages.asked` writes it. */
export function questionAsked(message: string): string | undefined {
  return /^(?:问：|問：|Asked: )(.+)/.exec(message)?.[1];
}
