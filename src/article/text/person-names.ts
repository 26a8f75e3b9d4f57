import { hasSurname } from '../../language/data/surnames.ts';

/** A person's name and where it stands in the text it was read from. */
export interface FoundName {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[^\s、,，/／&;；|｜]+/gu;
const LATIN = /^[A-Z][\p{L}.'-]*(?: [A-Z][\p{L}.'-]*)+$/u;
const HAN = /^\p{Script=Han}{2,4}$/u;
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8})+$/u;

/** Length above which a text is no list of names. */
const LIST_LIMIT = 80;

/**
 * The names in `text`, when it holds names and nothing else: 李楠 张小雨; 李楠、王 磊; 阿依古丽·买买提.
 * A name of two characters that print sets apart (王　磊) is one name. With `spaced` false the names
 * follow their title without a space, and only a surname tells them from other words.
 */
export function readNames(text: string, spaced = true): FoundName[] | undefined {
  if (text.length > LIST_LIMIT) return undefined;
  const latin = text.trim();
  if (LATIN.test(latin)) return [at(text, text.indexOf(latin), latin.length)];
  const names: FoundName[] = [];
  let half: FoundName | undefined;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    const name = at(text, match.index, token.length);
    if (/^\p{Script=Han}$/u.test(token)) {
      if (half === undefined) half = name;
      else {
        names.push({ value: half.value + token, start: half.start, end: name.end });
        half = undefined;
      }
      continue;
    }
    if (half !== undefined || !isName(token, spaced)) return undefined;
    names.push(name);
  }
  return half === undefined && names.length > 0 ? names : undefined;
}

function isName(token: string, spaced: boolean): boolean {
  if (DOTTED.test(token)) return true;
  return HAN.test(token) && (hasSurname(token) || (spaced && token.length === 3));
}

function at(text: string, start: number, length: number): FoundName {
  return { value: text.slice(start, start + length), start, end: start + length };
}
