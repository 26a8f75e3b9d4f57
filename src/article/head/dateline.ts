import { hasSurname } from '../../language/data/surnames.ts';
import { span } from '../../util/span.ts';
import type { HeadFact, HeadField, Paragraph } from '../article.ts';
import { type FoundName, readNames } from '../text/person-names.ts';
import { BYLINE_ROLES } from './data/head-words.ts';

/** Characters from a paragraph's beginning or end within which a dateline stands. */
const REACH = 80;

const AGENCY =
  /^[（(【[]?(\p{Script=Han}{2,6}?(?:社|网|報|报))\p{Script=Han}{2,10}?\d{1,2}月?\d{0,2}日?[电電讯訊]/u;
/** 荆楚日报讯（记者…）; 本报讯 names nobody. */
const BULLETIN = /^[（(【[]?(\p{Script=Han}{2,8}?(?:社|网|報|报))[讯訊](?=[\s（(，,：:\d])/u;
const ROLES = BYLINE_ROLES.join('|');
const ROLE = new RegExp(`(?:${ROLES})[\\s:：]*`, 'gu');
const OPENING = new RegExp(
  `^[^，。；]{0,40}?[（(【](?:[^（()）]{0,12}?)(?:${ROLES})([\\s:：]*)([^（()）]{2,40})[)）】]`,
  'u',
);
const SPOKEN = new RegExp(
  `^.{2,24}日[电電讯訊][，,\\s]*(?:\\p{Script=Han}{2})?(?:${ROLES})(\\s*)([\\p{Script=Han}、·\\s]{2,20}?)(?=(?:报道|報導|報道)[：:，,\\s])`,
  'u',
);
const CLOSING = new RegExp(
  `[（(【](?:[^（()）]{0,16}?)(?:${ROLES})([\\s:：]*)([^（()）]{2,40})[)）】]$`,
  'u',
);
const EDITOR =
  /[（(【](?:责任编辑|責任編輯|责编|編輯|编辑)([:：]\s*)([^（()）]{2,30})[)）】]\d{0,12}$/u;
const PLACE_AND_DAY = /\p{Script=Han}{2,3}\d{1,2}日(?:[综綜]合)?(?:外)?[电電讯訊报報]?[导導道]?$/u;

/**
 * What the first paragraph's dateline and the last one's closing bracket say: `新华社北京6月1日电（记者李楠、王磊）`
 * names a source and two authors, `（中央社記者王揚宇台北1日電）` an author, as `本报北京6月1日电 记者李楠报道` does,
 * `（編輯：張雅雯）` at the end an editor. Their `line` is the dateline itself, for the paragraph is no
 * answer to who wrote it.
 */
export function readDatelines(text: string, paragraphs: readonly Paragraph[]): HeadFact[] {
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined) return [];
  const head = text.slice(first.span.start, Math.min(first.span.end, first.span.start + REACH));
  const opening = OPENING.exec(head) ?? SPOKEN.exec(head);
  const facts: HeadFact[] = [];
  const agency = AGENCY.exec(head) ?? BULLETIN.exec(head);
  if (agency?.[1] !== undefined && !agency[1].startsWith('本')) {
    const start = first.span.start + agency[0].indexOf(agency[1]);
    const line = span(first.span.start, first.span.start + (opening ?? agency)[0].length);
    facts.push({
      field: 'source',
      value: agency[1],
      span: span(start, start + agency[1].length),
      line,
    });
  }
  const begin = Math.max(last.span.start, last.span.end - REACH);
  const tail = text.slice(begin, last.span.end);
  const closing = CLOSING.exec(tail);
  if (opening !== null) facts.push(...persons('author', opening, first.span.start));
  else if (closing !== null) facts.push(...persons('author', closing, begin + closing.index));
  const editor = EDITOR.exec(tail);
  if (editor !== null) facts.push(...persons('editor', editor, begin + editor.index));
  return facts;
}

/** The names in the second group of `match`, which begins at `start` of the text. */
function persons(field: HeadField, match: RegExpExecArray, start: number): HeadFact[] {
  const [whole, gap = '', list = ''] = match;
  const at = start + whole.lastIndexOf(list);
  const names = readRoles(list, gap !== '') ?? beforePlace(list) ?? [];
  return names.map((name) => ({
    field,
    value: name.value,
    span: span(at + name.start, at + name.end),
    line: span(start, start + whole.length),
  }));
}

/** 李楠 通讯员王磊: each further role begins a list of its own. */
function readRoles(list: string, spaced: boolean): FoundName[] | undefined {
  const found: FoundName[] = [];
  let from = 0;
  let apart = spaced;
  for (const role of [...list.matchAll(ROLE), undefined]) {
    const names = readNames(list.slice(from, role?.index ?? list.length), apart);
    if (names === undefined) return undefined;
    for (const { value, start, end } of names)
      found.push({ value, start: start + from, end: end + from });
    if (role === undefined) break;
    from = role.index + role[0].length;
    apart = /[\s:：]$/u.test(role[0]);
  }
  return found;
}

/** 王揚宇台北1日電: the name runs into the place; names of three characters are the commonest. */
function beforePlace(list: string) {
  const place = PLACE_AND_DAY.exec(list);
  if (place === null || !hasSurname(list)) return undefined;
  const han = /^\p{Script=Han}+/u.exec(list)?.[0].length ?? 0;
  const length = han <= 4 ? 2 : 3;
  return readNames(list.slice(0, length), false);
}
