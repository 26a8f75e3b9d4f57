import type { CorpusKnowledge } from '../../../knowledge/corpus-knowledge.ts';
import { SYNONYMS } from '../../../knowledge/data/synonyms.ts';
import { SURNAMES } from '../../../language/data/surnames.ts';
import { bareTerm } from '../../../language/terms.ts';
import type { Tokenizer } from '../../../language/tokenizer.ts';
import type { Question } from '../../../question/question.ts';
import type { ParagraphIndex } from '../../../search/paragraph-index.ts';
import { isLabelledOtherwise } from '../../rank/labelled-line.ts';
import type { Ranked } from '../../rank/rank.ts';
import { asksForCity, lacksKind } from '../../spans/asked-kind.ts';
import { onlyAnnounces } from '../announced-list.ts';
import { attributeForms } from '../answerability.ts';
import { formsOfName } from '../subject-check.ts';
import { asksForQuestions, asksItself, leavesOpen } from '../telling-first.ts';
import { lacksAsked } from './lacks-asked.ts';
import { lacksMeasured, tellsOnlyPerHead, tellsOtherMeasure } from './measured-thing.ts';
import {
  isOfOtherWeekday,
  isOfOtherYear,
  isOtherOfSeries,
  lacksModel,
  lacksYear,
  numbersOtherwise,
  ranksOtherwise,
} from './numbered-otherwise.ts';
import { namesOtherPeople, opensElsewhere, pricesForOthers } from './of-others.ts';
import { namesNoHolder } from './office-holder.ts';
import { tellsOnlySubject } from './only-subject.ts';
import { otherOfKind } from './other-of-kind.ts';
import { deniesMatter, isOfOpposite, isOfOtherPrize, lacksEvent } from './other-sort.ts';
import { isPageFoot } from './page-foot.ts';
import { type Fails, type Reading, readingOf } from './reading.ts';
import { speaksOfRival } from './rival.ts';
import { standsElsewhere } from './stands-elsewhere.ts';
import { lacksSuperlative } from './superlative.ts';
import { isHypothetical } from './supposed.ts';
import { countsOtherwise, lacksForm, lacksNumber, lacksThing } from './told-form.ts';
import { isToldOfAnother } from './told-of-another.ts';
import {
  datesOtherWork,
  deniesNothing,
  hasNoOrigin,
  namesAnother,
  namesNoRelative,
  namesOnly,
  tellsNoCause,
  tellsOpposite,
  withholdsName,
} from './untold.ts';
import { namesNoneOfKind, pointsAtThing } from './which-of-kind.ts';

/**
 * What a sentence lacks of what a question demands beside figures: the matter asked of, or no more than
 * a value of the kind asked for (a name, a place).
 */
export type Lack = 'matter' | 'value';

/**
 * Tells what a sentence lacks of what a question demands beside figures. Each demand is a precise one:
 * something that a careful reader would miss at once, and never how much is missing.
 */
export function requirementsOf(
  question: Question,
  { index, tokenizer }: Pick<CorpusKnowledge, 'index' | 'tokenizer'>,
): (candidate: Ranked) => Lack | undefined {
  const isGiven = (fails: Fails | undefined) => fails !== undefined;
  const lacksItsKind = ({ cut, announced }: Reading) =>
    lacksKind(question, cut) && announced().every((one) => lacksKind(question, one));
  // a city is to be named, so that many a sentence of the matter has none
  const ofValue = [
    namesNoneOfKind(question),
    pointsAtThing(question),
    lacksThing(question),
    tellsOpposite(question),
    deniesMatter(question),
    asksForCity(question) ? undefined : lacksItsKind,
  ].filter(isGiven);
  const ofMatter = [
    asksForCity(question) ? lacksItsKind : undefined,
    lacksForm(question),
    tellsNoCause(question),
    isQuestion(question),
    isHypothetical(question),
    isPageFoot(question),
    lacksSuperlative(question),
    numbersOtherwise(question),
    lacksModel(question),
    lacksName(question, index, tokenizer),
    lacksAttribute(question),
    lacksAsked(question),
    lacksYear(question),
    namesNoHolder(question, tokenizer),
    speaksOfOther(question),
    lacksNumber(question),
    namesOnly(question),
    ranksOtherwise(question),
    isOfOtherYear(question),
    isOfOtherWeekday(question),
    isOtherOfSeries(question),
    isOfOpposite(question),
    isOfOtherPrize(question),
    lacksEvent(question),
    lacksMeasured(question),
    tellsOtherMeasure(question),
    tellsOnlyPerHead(question),
    withholdsName(question),
    namesNoRelative(question),
    namesAnother(question),
    deniesNothing(question),
    datesOtherWork(question),
    countsOtherwise(question),
    standsElsewhere(question),
    speaksOfRival(question, tokenizer.tag),
    tellsOnlySubject(question, tokenizer.tag),
    isToldOfAnother(question),
    namesOtherPeople(question),
    opensElsewhere(question),
    pricesForOthers(question),
    hasNoOrigin(question),
    ({ sentence }: Reading) => isLabelledOtherwise(question, sentence),
  ].filter(isGiven);
  const announces = (candidate: Ranked, { sentence }: Reading) =>
    onlyAnnounces(candidate) && !(question.type === 'person' && SPEAKS.test(sentence));
  return (candidate) => {
    const reading = readingOf(candidate, index);
    if (announces(candidate, reading) || ofMatter.some((fails) => fails(reading))) return 'matter';
    return ofValue.some((fails) => fails(reading)) ? 'value' : undefined;
  };
}

/** 首席执行官解释称：announces what somebody says, and tells who does. */
const SPEAKS = /(?:称|说|表示|指出|道|问|解释|介绍):\s*$/u;

/** What asks does not answer: a heading of frequent questions, a reporter's question, a teaser; nor what leaves it open. */
function isQuestion(question: Question): Fails | undefined {
  return asksForQuestions(question)
    ? undefined
    : ({ sentence, before }) =>
        asksItself(sentence) || leavesOpen(sentence, before().at(-1)?.normalized.text ?? '');
}

/** What is said of the women's race is not said of the men's. */
function speaksOfOther({ normalized }: Question): Fails | undefined {
  const isOther = otherOfKind(normalized);
  return isOther && (({ sentence }) => isOther(sentence));
}

/** What names of organisations end in, beside which the rest alone names them too: 滚石公司, 滚石. */
const ENDING =
  /(?:有限公司|公司|集团|股份|大学|学院|银行|协会|委员会|政府|国会|议会|警方|军方|法院|媒体|[^\p{P}]{2}部|山脉|群岛|半岛|地区)$/u;
/** 英国人 names nobody, nor does a language, nor what jieba's dictionary has as a body for what followed once: 国家有关. */
const NO_BEARER =
  /[国洲洋]人$|人民$|有关$|^(?:[中英日法德俄韩汉外泰]|阿拉伯|西班牙|葡萄牙|意大利|拉丁|希腊|越南)[文语]$/u;
/** Characters of a name that are left of it without the place that it begins with: 参谋长联席会议. */
const WITHOUT_PLACE = 4;
/** Characters that may stand between those of a name that is written out: 大兴机场, 大兴国际机场. */
const GAP = 4;
/** Characters of the shortest name that may be written out so. */
const WRITTEN_OUT = 4;

/** Somebody whose given name is withheld. */
const HIDDEN = /\p{Script=Han}某(?![个些种天年])/u;

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
  const { normalized } = question;
  const known = question.names.filter(
    (name) =>
      !NO_BEARER.test(name) && (index.documentFrequency(name) > 0 || isKnownBody(name, tokenizer)),
  );
  const hidden = [...normalized.matchAll(/(\p{Script=Han})某{1,2}(?![个些种人天年])/gu)].flatMap(
    ([name, surname = '']) => (SURNAMES.has(surname) ? [name] : []),
  );
  const names = [...partsTogether(known, normalized), ...hidden.map((name) => [name])];
  if (names.length === 0) return undefined;
  const forms = names.map((parts) =>
    parts.flatMap((part) => [
      ...formsOfName(part, question).map(bareTerm),
      shortened(part),
      withoutPlace(part, tokenizer),
      ...(SYNONYMS.get(part) ?? []),
    ]),
  );
  const written = names.map((parts) => parts.filter(({ length }) => length >= WRITTEN_OUT));
  return ({ sentence, paragraph, isAllAbout }) => {
    // what is said of 刘某 is not said of 崔某
    if (
      hidden.length > 0 &&
      HIDDEN.test(sentence) &&
      !hidden.some((name) => sentence.includes(name))
    )
      return true;
    const text = paragraph();
    return !forms.every(
      (some, place) =>
        some.some((form) => text.includes(form) || isAllAbout(form)) ||
        written[place]?.some((name) => isWrittenOut(name, text)) === true,
    );
  };
}

/** The paragraph that answers who the head of a bank is speaks of that office, by this word or another for it. */
function lacksAttribute({ attribute, alternatives }: Question): Fails | undefined {
  if (attribute === undefined) return undefined;
  const forms = attributeForms(attribute, alternatives).map(bareTerm);
  return ({ paragraph }) => !forms.some((form) => paragraph().includes(form));
}

/** Whether the dictionary has a name as that of an organisation, which is never written in pieces. */
function isKnownBody(name: string, { tag }: Tokenizer): boolean {
  const [word, ...more] = tag(name);
  return word?.tag === 'nt' && more.length === 0;
}

/** What stands between parts of one name: a dot, or the bracket that opens a gloss, with what is left of the name before it. */
const JOINED = /^(?:[·・•‧. -]?|(?:[·・•‧]\p{Script=Han}{1,6})*\s?\()$/u;

/** Names that stand side by side in a text, joined by a dot or glossed in brackets, as the parts of one: 巴兰(Baran). */
function partsTogether(names: readonly string[], text: string): string[][] {
  const groups: string[][] = [];
  let end = -1;
  const placed = names
    .map((name) => ({ name, at: text.indexOf(name) }))
    .sort((a, b) => a.at - b.at);
  for (const { name, at } of placed) {
    const joined = end >= 0 && JOINED.test(text.slice(end, at));
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

/** A name without the place that it begins with, where enough is left that no other has: 美军 has a 参谋长联席会议, too. */
function withoutPlace(name: string, { tag }: Tokenizer): string {
  const place = name.slice(0, 2);
  const rest = name.slice(2);
  const [word, ...more] = tag(place);
  return rest.length >= WITHOUT_PLACE && word?.tag === 'ns' && more.length === 0 ? rest : name;
}

/** A name without its ending, where enough of it is left to name somebody. */
function shortened(name: string): string {
  const short = name.replace(ENDING, '');
  return short.length > 1 ? short : name;
}
