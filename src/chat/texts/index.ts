import type { Language } from '../language.ts';
import { ENGLISH } from './english.ts';
import { SIMPLIFIED } from './simplified.ts';
import type { Texts } from './texts.ts';
import { TRADITIONAL } from './traditional.ts';

export type { Texts } from './texts.ts';

export const TEXTS: Readonly<Record<Language, Texts>> = {
  simplified: SIMPLIFIED,
  traditional: TRADITIONAL,
  english: ENGLISH,
};
