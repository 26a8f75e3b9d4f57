import { findActors } from '../../../figures/parts/places.ts';
import { isLikePlace } from '../../../figures/parts/unlisted-places.ts';
import { hasSurname, SURNAMES } from '../../../language/data/surnames.ts';
import type { Question } from '../../../question/question.ts';
import { spansOf } from '../../spans/typed-spans.ts';
import type { Fails } from './reading.ts';

/** Characters of a Chinese person's name. */
const SHORTEST = 2;
const LONGEST = 4;
/** jieba's tags of people, and of words that it has made up. */
const MAY_BE_PERSON = /^(?:nr|x)/u;
/** What may stand for somebody named before. */
const STANDS_FOR = /[他她]|(?<!尤)其(?![中他余次实])|[两二三]人|双方|(?<![应因从由])[该此]/u;
/** People whom a sentence names at least, so that it is about them. */
const SEVERAL = 2;

/**
 * A sentence on several other people, which neither names nor points at whom the question begins with,
 * tells nothing of him, where the article speaks of him elsewhere.
 */
export function namesOtherPeople(question: Question): Fails | undefined {
  const { content, tags, normalized } = question;
  const [first] = content;
  if (first === undefined || first.start > 0 || first.kind !== 'han') return undefined;
  const { text: name } = first;
  if (name.length < SHORTEST || name.length > LONGEST) return undefined;
  const isSurnamed = name.length > SHORTEST ? hasSurname(name) : SURNAMES.has(name.charAt(0));
  if (!MAY_BE_PERSON.test(tags.get(name) ?? '') || !isSurnamed) return undefined;
  // 明远 and 杜女士 are 杜明远, too
  const forms = [
    name.slice(-SHORTEST),
    ...['某', '女士', '先生'].map((kind) => `${name.charAt(0)}${kind}`),
  ];
  const isNamed = (text: string) => forms.some((form) => text.includes(form));
  return ({ sentence, cut, article }) => {
    if (isNamed(sentence) || STANDS_FOR.test(sentence) || !article().includes(name)) return false;
    const { text } = cut.normalized;
    const others = spansOf('person', cut).filter(
      ({ start, end }) => !normalized.includes(text.slice(start, end)),
    );
    return new Set(others.map(({ start, end }) => text.slice(start, end))).size >= SEVERAL;
  };
}

/** What the names of places of one level end in. */
const LEVELS = ['市县区', '镇乡', '村'];
/** Characters of a place's name that people leave without its ending: 松岭 for 松岭市. */
const LONGEST_PLACE = 3;
/** Characters from the start of a sentence within which the place stands that it is about. */
const OPENS = 12;

/**
 * A sentence that opens with another town, 东岭区的16个小区, and does not write the one that is asked for
 * by its name alone, is about that other one, where the article writes of both.
 */
export function opensElsewhere({ content, tags }: Question): Fails | undefined {
  const place = content.find(
    ({ text, kind }) =>
      kind === 'han' &&
      text.length <= LONGEST_PLACE &&
      tags.get(text) === 'ns' &&
      findActors(text).length === 0,
  )?.text;
  if (place === undefined) return undefined;
  return ({ sentence, article }) => {
    if (sentence.includes(place)) return false;
    const level = LEVELS.find((endings) =>
      [...endings].some((ending) => article().includes(place + ending)),
    );
    if (level === undefined) return false;
    const opening = new RegExp(
      `^[^,;。]{0,${OPENS}}?(\\p{Script=Han}{2,4}[${level}])(?![民场委域块别间城政])`,
      'u',
    );
    const other = opening.exec(sentence)?.[1];
    return other !== undefined && (isLikePlace(other) || findActors(other).length > 0);
  };
}

/** People who pay less, each by what a question and by what a price list calls them. */
const PAY_LESS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/学生/u, /学生|在校|未成年|[大中小]学|岁/u],
  [/老[年人]|长者/u, /老|长者|岁/u],
  [/儿童|小孩|孩子|小朋友/u, /童|孩|小朋友|[幼婴]|岁|身高|米|cm/u],
  [/军人|现役/u, /军/u],
  [/残疾人|残障/u, /残/u],
];
/** What a price may be called that several of them pay. */
const FOR_SEVERAL = /优惠票|优待|半票|半价|特殊人群|免|全[价票]/u;

/** 学生票多少钱: a sentence before which, and in which, no students are spoken of gives what others pay. */
export function pricesForOthers({ type, normalized }: Question): Fails | undefined {
  if (type !== 'money') return undefined;
  const told = PAY_LESS.find(([asked]) => asked.test(normalized))?.[1];
  if (told === undefined) return undefined;
  return ({ sentence, soFar }) => !FOR_SEVERAL.test(sentence) && !told.test(soFar());
}
