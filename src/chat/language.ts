import { type Script, scriptOf } from '../language/script.ts';

/** A language that the bot speaks itself; articles are quoted as they are. */
export type Language = Script;

/**
 * The language of somebody whose app is set to a locale (`zh-hans`, `zh-TW`, `en-GB`); whoever uses
 * none of ours is spoken to in English. Where the platform does not tell, the words themselves do.
 */
export function languageOf(locale: string | undefined, words = ''): Language {
  if (!locale) return scriptOf(words);
  if (!/^zh\b/i.test(locale)) return 'english';
  return /\b(?:hant|tw|hk|mo)\b/i.test(locale) ? 'traditional' : 'simplified';
}
