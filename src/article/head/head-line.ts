import type { HeadField } from '../article.ts';
import { findDate } from '../text/dates.ts';
import { readNames } from '../text/person-names.ts';
import {
  BYLINE_ROLES,
  BYLINE_TAILS,
  HEAD_NOISE,
  LABELS,
  PHOTO_TAIL,
  PUBLISHER_ENDINGS,
} from './data/head-words.ts';

/** Something a line of the head says; `start` and `end` count from the line's beginning. */
export interface LineFact {
  readonly field: HeadField;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface HeadLine {
  readonly facts: readonly LineFact[];
  /** A piece with the shape of a date that names no day. */
  readonly badDate?: string;
  /** The day of a later change, which dates what names no day of publication. */
  readonly updated?: LineFact;
  /** Holds a date and nothing else: in a chronicle such lines are headings. */
  readonly bare: boolean;
  /** Names what it holds (来源：…) or gives a time of day, so that it is no heading. */
  readonly sure: boolean;
}

/** A line longer than this is text, whatever it names. */
const LINE_LIMIT = 120;

const LABEL_WORDS = Object.keys(LABELS).sort((a, b) => b.length - a.length);
const LABEL = new RegExp(
  `(?<![\\p{L}\\p{N}])(${LABEL_WORDS.join('|')})\\s*[:：/／|｜丨]\\s*`,
  'gu',
);
/** Most lines have none, and no label then. */
const LABEL_MARK = /[:：/／|｜丨]/u;
const ROLE = new RegExp(`(?:${BYLINE_ROLES.join('|')})`, 'gu');
const PREFIX = /^[\p{Script=Han}A-Za-z·•・\s（(【[—-]{0,24}$/u;
const TAIL = new RegExp(`${BYLINE_TAILS}[）)】\\]\\s]*$`, 'u');
const PHOTO = new RegExp(`\\s(?:${PHOTO_TAIL})[）)】\\]\\s]*$`, 'u');
const NOISE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${HEAD_NOISE})(?![\\p{L}\\p{N}])`, 'gu');
const MARKS = /[\s|｜丨·•/／—–\-_,，、()（）【】[\]<>《》:：]+/gu;
const PUBLISHER = /^[\p{L}\p{N}·•・]{2,16}$/u;
/** Where the machine of a writer stands, which platforms print behind the source. */
const PLACE = /^\p{Script=Han}{2,4}$/u;
const PUBLISHER_NAME = new RegExp(`(?:${PUBLISHER_ENDINGS})$`, 'u');
const SPEECH =
  /^(?<open>[（(]?\s*[—–―-]{0,3})\s*(?<day>(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{3,12}日[，,]?\s*)?在(?<occasion>.{3,59}?)(?:(?<=会)|上)(?:的(?:讲话|报告|演讲|致辞|发言))?\s*[）)]?$/u;
const MEETING = /(?:会|会议|典礼|仪式|论坛)$/u;
/** What section of a site something stands in. */
const CATEGORY =
  /^(?:社会|时政|国内|国际|财经|经济|体育|娱乐|科技|军事|教育|文化|法治|地方|综合|本地|民生|健康|房产|汽车)(?:新闻|频道|要闻|资讯)$/u;
/** The page of a newspaper that an article stood on: 《某日报》（2024年05月06日 第06版）. */
const PRINTED = /^《\s*(?<paper>[^《》\s]{2,16})\s*》\s*[（(][^（）()]{8,30}版\s*[）)]$/u;
/** Where a byline begins behind something else: 来源：某报　本报记者：李楠. */
const BYLINE = new RegExp(
  `(?<=[\\s|｜])\\p{Script=Han}{0,10}?(?:${BYLINE_ROLES.join('|')})(?=[\\s:：/／])`,
  'u',
);
const LEAD = /^[\s|｜·•/／—–\-_,，、]+/u;

/**
 * Reads one line of the head or the foot; undefined when the line says anything beside such facts.
 * `2023-06-01 17:08:01 来源:新华网` gives a date and a source.
 */
export function readHeadLine(line: string): HeadLine | undefined {
  if (line.length > LINE_LIMIT) return undefined;
  return readSpeechLine(line) ?? readPrinted(line) ?? readLabels(line) ?? readByline(line);
}

function readPrinted(line: string): HeadLine | undefined {
  const paper = PRINTED.exec(line)?.groups?.['paper'];
  const date = paper === undefined ? undefined : findDate(line);
  if (paper === undefined || date?.iso === undefined) return undefined;
  const facts: LineFact[] = [
    locate(line, 'source', paper),
    { field: 'date', value: date.iso, start: date.start, end: date.end },
  ];
  return { facts, bare: false, sure: true };
}

/** ——2021年3月5日在第十三届全国人民代表大会第四次会议上; （在某市第五届人民代表大会第一次会议上） */
function readSpeechLine(line: string): HeadLine | undefined {
  const { open = '', day = '', occasion = '' } = SPEECH.exec(line)?.groups ?? {};
  if (occasion === '') return undefined;
  const start = line.indexOf('在', line.indexOf(day, open.length) + day.length) + 1;
  const facts: LineFact[] = [
    { field: 'occasion', value: occasion, start, end: start + occasion.length },
  ];
  if (day === '') {
    // ——在产业发展上 opens a point of a list; only a meeting's name tells a speech without its day.
    const isSpeech = /[（(]|[—–―-]{2}/u.test(open) && MEETING.test(occasion);
    return isSpeech ? { facts, bare: false, sure: false } : undefined;
  }
  const date = findDate(line);
  if (date?.iso === undefined) return undefined;
  facts.unshift({ field: 'date', value: date.iso, start: date.start, end: date.end });
  return { facts, bare: false, sure: true };
}

function readLabels(line: string): HeadLine | undefined {
  const facts: LineFact[] = [];
  let badDate: string | undefined;
  // What has been understood is blanked out; in the end nothing may be left.
  let rest = line;
  const blank = (start: number, end: number) => {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  };
  let labelled = false;
  let dated = false;
  let updated: LineFact | undefined;
  const labels = LABEL_MARK.test(line) ? [...line.matchAll(LABEL)] : [];
  for (const [i, label] of labels.entries()) {
    const field = LABELS[label[1] ?? ''];
    if (field === undefined) continue;
    const from = label.index + label[0].length;
    const to = endOfValue(line, from, labels[i + 1]?.index ?? line.length);
    labelled = true;
    if (field === 'update') {
      const date = findDate(line.slice(from, to));
      const end = date === undefined ? from : from + date.end;
      if (date?.iso !== undefined)
        updated = {
          ...{ field: 'date', value: date.iso, start: from + date.start },
          end: trimTime(line, from + date.start, end),
        };
      blank(label.index, end);
      continue;
    }
    if (field === 'date') {
      blank(label.index, from);
      continue;
    }
    const read = readValue(field, line.slice(from, to));
    if (read === undefined) return undefined;
    facts.push(...read.facts.map((fact) => move(fact, from)));
    blank(label.index, from + read.length);
  }
  for (;;) {
    const date = findDate(rest);
    if (date === undefined) break;
    const { start, end } = date;
    if (date.iso === undefined) badDate ??= line.slice(start, end);
    else if (!dated)
      facts.push({ field: 'date', value: date.iso, start, end: trimTime(line, start, end) });
    dated = true;
    blank(start, end);
  }
  if (!labelled && !dated) return undefined;
  rest = rest.replace(NOISE, (word) => ' '.repeat(word.length));
  const left = rest.replace(MARKS, (marks) => ' '.repeat(marks.length)).trim();
  const byline = left === '' ? undefined : readBylineIn(rest);
  if (byline !== undefined) facts.push(...byline);
  else if (left !== '') {
    // 某某新闻网 2016-07-02 来源：某晚报: the site, where the source has a label; or where the writer is
    const isSourced = facts.some(({ field }) => field === 'source') && hasTime(line);
    const isSite = labels.length > 0 && PUBLISHER.test(left) && PUBLISHER_NAME.test(left);
    const site = isSite || (isSourced && PLACE.test(left)) ? [] : undefined;
    const beside = dated ? (labels.length === 0 ? readBeside(line, left) : site) : undefined;
    if (beside === undefined) return undefined;
    facts.push(...beside);
  }
  const order = facts.sort((a, b) => a.start - b.start);
  const bare = dated && !labelled && left === '';
  return {
    facts: order,
    ...(badDate === undefined ? {} : { badDate }),
    ...(updated === undefined ? {} : { updated }),
    bare: bare && !hasTime(line),
    sure: labelled || byline !== undefined || hasTime(line),
  };
}

/** A byline ends the value before it as the next label does. */
function endOfValue(line: string, from: number, to: number): number {
  const byline = line.slice(from, to).search(BYLINE);
  return byline < 0 ? to : from + byline;
}

/** The byline that is left when labels and dates are blanked out. */
function readBylineIn(rest: string): LineFact[] | undefined {
  const lead = LEAD.exec(rest)?.[0].length ?? 0;
  return readByline(rest.slice(lead).trimEnd())?.facts.map((fact) => move(fact, lead));
}

/**
 * Who stands beside the date without a label: `2023年06月01日 08:15 新浪财经`, or, as in public
 * accounts, the author and the account: `何静 乡见周刊 2023-11-05 20:30`.
 */
function readBeside(line: string, left: string): LineFact[] | undefined {
  // 社会新闻 某报 2014-05-06 08:12; 某报官方账号
  const words = left
    .split(/\s+/u)
    .filter((word) => !CATEGORY.test(word))
    .map((word) => word.replace(/官方账号$/u, ''));
  const last = words.at(-1);
  if (last === undefined) return [];
  if (words.length > 3 || !words.every((word) => PUBLISHER.test(word))) return undefined;
  // 培训时间：3月9日 14:00 is a field of the text: a label that is none of the head's
  if (/^\s*[:：]/u.test(line.slice(line.indexOf(last) + last.length))) return undefined;
  const timed = hasTime(line);
  const isPublisher = PUBLISHER_NAME.test(last) || (timed && readNames(last, false) === undefined);
  const persons = isPublisher ? words.slice(0, -1) : words;
  const facts: LineFact[] = [];
  for (const person of persons) {
    if (!timed || readNames(person) === undefined) return undefined;
    facts.push(locate(line, 'author', person));
  }
  if (isPublisher) facts.push(locate(line, 'source', last));
  return facts;
}

function locate(line: string, field: HeadField, value: string): LineFact {
  const start = line.indexOf(value);
  return { field, value, start, end: start + value.length };
}

/** Names, and what newspapers print behind them: the editor's code, the author's place of work. */
const PERSONS =
  /^([^（(【[】\]）)|｜]+?)(?:[\s_]+[A-Z]{1,4}\d{2,6}|[（(][^（()）]{1,30}[）)])?\s*(?=$|[】\]）)|｜])/u;

interface Value {
  readonly facts: readonly LineFact[];
  /** How many characters of the text were understood. */
  readonly length: number;
}

/** The value after a label; undefined when what stands there is running text. */
function readValue(field: Exclude<HeadField, 'date'> | 'none', text: string): Value | undefined {
  const closed = text.search(/[】\]）)|｜]/u);
  const whole = (closed < 0 ? text : text.slice(0, closed)).trimEnd();
  if (/[。；！？]/u.test(whole) || whole.length > 60) return undefined;
  if (field === 'none') return { facts: [], length: whole.length };
  if (whole.trim() === '') return { facts: [], length: whole.length };
  if (field === 'author' || field === 'editor') {
    const [listed, list] = PERSONS.exec(text) ?? ['', ''];
    const names = readNames(list ?? '');
    if (names !== undefined)
      return { facts: names.map((name) => ({ field, ...name })), length: listed.length };
  }
  // Latin names hold spaces; Chinese ones end at the first.
  const value =
    /^(?:[A-Za-z][\w.&'’-]*(?: [A-Za-z][\w.&'’-]*)*(?=\s*$|\s+\P{Script=Latin})|\S+)/u.exec(
      whole,
    )?.[0] ?? '';
  if (value.length > (field === 'url' ? 60 : 30) || /[，,]/u.test(value)) return undefined;
  return { facts: [{ field, value, start: 0, end: value.length }], length: value.length };
}

/** 某报·某网记者 沈岚 吴子墨; （本报记者李楠 通讯员王磊） */
function readByline(line: string): HeadLine | undefined {
  if (PHOTO.test(line)) return undefined;
  const roles = [...line.matchAll(ROLE)];
  const first = roles[0];
  if (first === undefined || !PREFIX.test(line.slice(0, first.index))) return undefined;
  const body = line.slice(0, line.length - (TAIL.exec(line)?.[0].length ?? 0));
  const facts: LineFact[] = [];
  for (const [i, role] of roles.entries()) {
    const after = role.index + role[0].length;
    const gap = /^[\s:：/／]*/u.exec(body.slice(after))?.[0].length ?? 0;
    const names = readNames(body.slice(after + gap, roles[i + 1]?.index ?? body.length), gap > 0);
    if (names === undefined) return undefined;
    for (const name of names) facts.push(move({ field: 'author', ...name }, after + gap));
  }
  return { facts, bare: false, sure: true };
}

function move(fact: LineFact, by: number): LineFact {
  return { ...fact, start: fact.start + by, end: fact.end + by };
}

function hasTime(line: string): boolean {
  return /\d{1,2}[:：]\d{2}/u.test(line);
}

/** The date without its time of day: its own characters are the value that is quoted. */
function trimTime(line: string, start: number, end: number): number {
  const time = /[T\s]*\d{1,2}[:：]\d{2}.*$/u.exec(line.slice(start, end));
  return time === null ? end : start + time.index;
}
