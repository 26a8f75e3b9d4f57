import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { SYNONYMS } from '../../knowledge/data/synonyms.ts';
import { SURNAMES } from '../../language/data/surnames.ts';
import { parseNumeral } from '../../language/numerals.ts';
import type { Tokenizer } from '../../language/tokenizer.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { lazy } from '../../util/lazy.ts';
import type { Ranked } from '../rank/rank.ts';
import { isLabelledOtherwise } from '../rank/under-heading.ts';
import { lacksKind } from '../spans/asked-kind.ts';
import { attributeForms } from './answerability.ts';
import { namesNoHolder } from './office-holder.ts';
import { otherOfKind } from './other-of-kind.ts';
import { type Fails, type Reading, readingOf } from './reading.ts';
import { standsElsewhere } from './stands-elsewhere.ts';
import { asksForQuestions, asksItself } from './telling-first.ts';
import { countsOtherwise, lacksForm } from './told-form.ts';

/**
 * Tells whether a sentence meets what a question demands of it beside its figures. Each demand is a
 * precise one: something that a careful reader would miss at once, and never how much is missing.
 */
export function requirementReader(
  question: Question,
  { index, tokenizer }: Pick<CorpusKnowledge, 'index' | 'tokenizer'>,
): (candidate: Ranked) => boolean {
  const demands = [
    isQuestion(question),
    isHypothetical(question),
    numbersOtherwise(question),
    lacksModel(question),
    lacksName(question, index, tokenizer),
    lacksAttribute(question),
    lacksAsked(question),
    lacksYear(question),
    namesNoHolder(question, tokenizer),
    speaksOfOther(question),
    lacksForm(question),
    countsOtherwise(question),
    standsElsewhere(question),
    ({ cut }: Reading) => lacksKind(question, cut),
    ({ sentence }: Reading) => isLabelledOtherwise(question, sentence),
  ].filter((fails) => fails !== undefined);
  return (candidate) => {
    const reading = readingOf(candidate, index);
    return !demands.some((fails) => fails(reading));
  };
}

/** What asks does not answer: a heading of frequent questions, a reporter's question, a teaser. */
function isQuestion(question: Question): Fails | undefined {
  return asksForQuestions(question) ? undefined : ({ sentence }) => asksItself(sentence);
}

/** 若 only where a clause may begin: people are called 若谷, too. */
const SUPPOSES = /(?:^|[,;:、"“])若(?!干)|如果|假如|假若|倘若|倘|一旦|否则|万一/u;
/** Who asks so asks for what may come, or for what holds in a case. */
const ASKS_SUPPOSED =
  /若|如果|假如|倘|一旦|否则|万一|要是|时候|情况|条件|后果|风险|怎么办|怎样|如何|为什么|可能|能否|将会|会[^议长员计谈见晤上场]/u;

/** Characters from the start of a sentence within which a supposition governs all of it. */
const GOVERNS = 15;

/** What would be if is no answer to what is; what else a sentence supposes behind its statement does no harm. */
function isHypothetical({ normalized, type }: Question): Fails | undefined {
  if (type === 'reason' || type === 'method' || ASKS_SUPPOSED.test(normalized)) return undefined;
  return ({ sentence }) => SUPPOSES.test(sentence.slice(0, GOVERNS));
}

const NUMERAL = '[0-9]{1,6}|[一二三四五六七八九十百千]{1,9}';
/** 第三批, 第二艘; Ⅲ级, 二审, 一等奖, which have no 第. */
const NUMBERED = new RegExp(
  `第(${NUMERAL})([届次批期轮号版季艘任阶集局节站场章条]|分钟|回合|个月|季度|[天周年](?!级))|(?<![哪几0-9])([ivx]{1,4}|[0-9]{1,2}|[一二三四五六七八九])(级(?![别市县])|审|等奖)`,
  'gu',
);
const ROMAN: ReadonlyMap<string, string> = new Map(
  'i ii iii iv v vi vii viii ix x'.split(' ').map((roman, place) => [roman, String(place + 1)]),
);

/** What a text numbers, by what it counts: 批 → 3. */
function numbersIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, Set<string>>();
  for (const [, ordinal, counter, level, step] of text.matchAll(NUMBERED)) {
    const numeral = ordinal ?? level ?? '';
    const value = ROMAN.get(numeral) ?? String(parseNumeral(numeral));
    const key = counter ?? step ?? '';
    held.set(key, (held.get(key) ?? new Set()).add(value));
  }
  return held;
}

/** The second batch is not the third, nor level Ⅳ level Ⅲ: a sentence that numbers otherwise, or whose surroundings do. */
function numbersOtherwise({ normalized }: Question): Fails | undefined {
  const asked = [...numbersIn(normalized)];
  if (asked.length === 0) return undefined;
  return ({ sentence, near }) => {
    const [own, around] = [numbersIn(sentence), lazy(() => numbersIn(near()))];
    return asked.some(([counter, values]) => {
      const held = own.get(counter) ?? around().get(counter);
      return held !== undefined && ![...values].every((value) => held.has(value));
    });
  };
}

/** What is said of the women's race is not said of the men's. */
function speaksOfOther({ normalized }: Question): Fails | undefined {
  const isOther = otherOfKind(normalized);
  return isOther && (({ sentence }) => isOther(sentence));
}

/** A name of letters with the number that tells it from others of its kind: iphone se 3, mix4, c919. */
const MODEL = /[a-z][a-z.+-]*(?:\s?[a-z]+)?\s?[0-9]+(?:\.[0-9]+)?(?![0-9年月日号%])/gu;

/** What is said of one model is not said of another, nor of one that has more to its name. */
function lacksModel({ normalized }: Question): Fails | undefined {
  const models = [...normalized.matchAll(MODEL)].map(([model]) => model.replace(/\s+/g, ''));
  if (models.length === 0) return undefined;
  return ({ paragraph }) => {
    const text = paragraph().replace(/\s+/g, '');
    return models.some((model) => {
      const at = text.indexOf(model);
      return (
        at < 0 || (/^[0-9]/.test(text.slice(at + model.length)) && !text.includes(`${model} `))
      );
    });
  };
}

/** What names of organisations end in, beside which the rest alone names them too: 滚石公司, 滚石. */
const ENDING =
  /(?:有限公司|公司|集团|股份|大学|学院|银行|协会|委员会|政府|国会|议会|警方|军方|法院|媒体|[^\p{P}]{2}部)$/u;
/** 英国人 names nobody. */
const PEOPLE = /[国洲洋]人$|人民$/u;
/** Characters that may stand between those of a name that is written out: 大兴机场, 大兴国际机场. */
const GAP = 4;
/** Characters of the shortest name that may be written out so. */
const WRITTEN_OUT = 4;

/**
 * What is said of one is not said of another: each proper name that the corpus writes, in this or in
 * other articles, or that the dictionary has as an organisation's, stands in the paragraph, the title or the article's first sentence; of a foreign name
 * of several parts one of them. So does somebody whom the question names as 何某.
 */
function lacksName(
  question: Question,
  index: ParagraphIndex,
  tokenizer: Tokenizer,
): Fails | undefined {
  const { normalized, alternatives } = question;
  const known = question.names.filter(
    (name) =>
      !PEOPLE.test(name) && (index.documentFrequency(name) > 0 || isKnownBody(name, tokenizer)),
  );
  const hidden = [...normalized.matchAll(/(\p{Script=Han})某{1,2}(?![个些种人天年])/gu)].flatMap(
    ([name, surname = '']) => (SURNAMES.has(surname) ? [name] : []),
  );
  const names = [...partsTogether(known, normalized), ...hidden.map((name) => [name])];
  if (names.length === 0) return undefined;
  const forms = names.map((parts) =>
    parts.flatMap((part) => [
      part,
      shortened(part),
      ...(alternatives.get(part) ?? []),
      ...(SYNONYMS.get(part) ?? []),
    ]),
  );
  const written = names.map((parts) => parts.filter(({ length }) => length >= WRITTEN_OUT));
  return ({ paragraph }) => {
    const text = paragraph();
    return !forms.every(
      (some, place) =>
        some.some((form) => text.includes(form)) ||
        written[place]?.some((name) => isWrittenOut(name, text)) === true,
    );
  };
}

/** The paragraph that answers who the head of a bank is speaks of that office, by this word or another for it. */
function lacksAttribute({ attribute, alternatives }: Question): Fails | undefined {
  if (attribute === undefined) return undefined;
  const forms = attributeForms(attribute, alternatives);
  return ({ paragraph }) => !forms.some((form) => paragraph().includes(form));
}

const FIGURE_TYPES: ReadonlySet<AnswerType> = new Set(['number', 'money', 'ordinal', 'duration']);
const YEAR = /(?<![0-9.,a-z-])((?:1[0-9]|20)[0-9]{2})(?![0-9.,a-z]|[万亿元米人])/gu;
/** What may be any year, told from the date of the article. */
const RELATIVE_YEAR = /[今去前明当次同本]年|年[初中底末]|近日|日前|本[月周]/u;

/**
 * A paragraph that names years, all of them others than the year asked about, speaks of other times.
 * One that names none may be of any year.
 */
function lacksYear({ normalized, type }: Question): Fails | undefined {
  // of figures it is told which years there are
  if (FIGURE_TYPES.has(type)) return undefined;
  const years = [...normalized.matchAll(YEAR)].map(([, year]) => year);
  if (years.length === 0) return undefined;
  return ({ paragraph, date }) => {
    // the years of a plan's name are no years of what is told
    const text = paragraph().replace(/《[^》]*》/gu, ' ');
    const held = new Set([...text.matchAll(YEAR)].map(([, year]) => year));
    if (held.size === 0 || RELATIVE_YEAR.test(text)) return false;
    // 2021/2025, 2021至2025年: what lies between is meant too
    const all = [...held, ...(date === undefined ? [] : [date.slice(0, 4)])].map(Number);
    return !years.some((year) => all.includes(Number(year)) || isBetween(Number(year), text));
  };
}

function isBetween(year: number, text: string): boolean {
  return [...text.matchAll(/((?:1[0-9]|20)[0-9]{2})年?[-—~至到/]+((?:1[0-9]|20)?[0-9]{2})/gu)].some(
    ([, from = '', to = '']) => {
      const until = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
      return year >= Number(from) && year <= Number(until);
    },
  );
}

/** Nouns that only say of what kind the answer is: 闭幕时间 asks for 闭幕. */
const OPEN_NOUN =
  /^(?:时间|日期|地点|地址|原因|结果|成绩|情况|名单|人数|数量|金额|总|年|是|量|数|率|价)$/u;

/**
 * The noun that a bare noun phrase ends in, before what only says the kind of the answer, stands in
 * the sentence or beside it: 播种面积 is not 产量, 上市 not 首播.
 */
function lacksAsked({ bare, content, alternatives }: Question): Fails | undefined {
  if (!bare || content.length < 2) return undefined;
  const asked = content.findLast(
    ({ text, kind }) =>
      kind === 'han' && text.length > 1 && !OPEN_NOUN.test(text) && !KIND_WORDS.has(text),
  );
  if (asked === undefined) return undefined;
  const forms = [
    asked.text,
    ...(alternatives.get(asked.text) ?? []),
    ...(SYNONYMS.get(asked.text) ?? []),
  ];
  return ({ near }) => !forms.some((form) => near().includes(form));
}

/** Whether the dictionary has a name as that of an organisation, which is never written in pieces. */
function isKnownBody(name: string, { tag }: Tokenizer): boolean {
  const [word, ...more] = tag(name);
  return word?.tag === 'nt' && more.length === 0;
}

/** Names that stand side by side in a text, joined by a dot at most, as the parts of one. */
function partsTogether(names: readonly string[], text: string): string[][] {
  const groups: string[][] = [];
  let end = -1;
  const placed = names
    .map((name) => ({ name, at: text.indexOf(name) }))
    .sort((a, b) => a.at - b.at);
  for (const { name, at } of placed) {
    const joined = end >= 0 && /^[·・•‧. -]?$/u.test(text.slice(end, at));
    if (joined || at < end) groups.at(-1)?.push(name);
    else groups.push([name]);
    end = Math.max(end, at + name.length);
  }
  return groups;
}

/** Whether the characters of a name stand in a text in order, little between them. */
function isWrittenOut(name: string, text: string): boolean {
  const characters = [...name].map((one) => one.replace(/[^\p{L}\p{N}]/u, '\\$&'));
  return new RegExp(characters.join(`[^。!?;,]{0,${GAP}}`), 'u').test(text);
}

/** A name without its ending, where enough of it is left to name somebody. */
function shortened(name: string): string {
  const short = name.replace(ENDING, '');
  return short.length > 1 ? short : name;
}
