import type { Language } from '../language.ts';
import { ENGLISH_PAGE } from './english.ts';
import type { PageTexts } from './page-texts.ts';
import { SIMPLIFIED_PAGE } from './simplified.ts';
import { TRADITIONAL_PAGE } from './traditional.ts';

export type { DeskTexts, PageTexts } from './page-texts.ts';

export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = {
  simplified: SIMPLIFIED_PAGE,
  traditional: TRADITIONAL_PAGE,
  english: ENGLISH_PAGE,
};
