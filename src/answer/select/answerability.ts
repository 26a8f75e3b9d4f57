import { findActors } from '../../figures/parts/places.ts';
import { isLikePlace } from '../../figures/parts/unlisted-places.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { SYNONYMS } from '../../knowledge/data/synonyms.ts';
import { bigramsOf } from '../../language/terms.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { JUDGED, type Judge } from '../model/model.ts';
import type { Candidate } from '../rank/candidates.ts';
import type { Ranked } from '../rank/rank.ts';

/** Probability, from 0 to 1, that the best candidate's paragraph answers the question at all. */
export function answerability({ features }: Candidate, judge: Judge): number {
  let odds = judge.bias;
  for (const name of JUDGED) odds += judge.weights[name] * features[name];
  return 1 / (1 + Math.exp(-odds));
}

/**
 * Below this probability no sentence is looked for; from it on, whether one is told depends also on how
 * likely that sentence is.
 */
export const LEAST_ANSWERABLE = 0.07;

/** Upper limit of the paragraphs that are looked through for an attribute, best first. */
const PARAGRAPHS_LOOKED_THROUGH = 3;

/**
 * What a question of the form X的Y是谁 asks for, where the nearest paragraphs say nothing of it:
 * an article that names a university but no 校长 does not say who that is.
 */
export function missingAttribute(
  { attribute, alternatives }: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): string | undefined {
  if (attribute === undefined) return undefined;
  const forms = attributeForms(attribute, alternatives);
  const paragraphs = new Map(ranked.map(({ found }) => [found.id, found]));
  for (const found of [...paragraphs.values()].slice(0, PARAGRAPHS_LOOKED_THROUGH)) {
    const held = [
      index.context(found),
      ...found.paragraph.sentences.map((one) => index.sentence(found.article, one).counts),
    ];
    if (held.some((terms) => forms.some((form) => terms.has(form)))) return undefined;
  }
  return attribute;
}

/** 总收入 is what a report calls 营收, as 收入 is. */
const WHOLE = /^总(?=..)/u;

/** The ways to write an attribute: by itself, without what only says that it is a whole, and synonyms of both. */
export function attributeForms(
  attribute: string,
  alternatives: Question['alternatives'],
): readonly string[] {
  return [attribute, attribute.replace(WHOLE, '')].flatMap((form) => [
    form,
    ...(alternatives.get(form) ?? []),
    ...(SYNONYMS.get(form) ?? []),
    ...(form === '目标' ? AIMS : []),
  ]);
}

/** How a text aims at something without calling it so: 力争把失业率控制在3.6%以内. */
const AIMS = ['力争', '争取', '力求', '确保', '预期', '计划', '规划', '拟', '控制在'];

/** Places that the question names, canonical; 全国 is no place to look for. */
export function placesAsked({ normalized }: Question): string[] {
  const listed = findActors(normalized)
    .flatMap(({ names }) => names)
    .filter((name) => name !== '全国');
  const [whole = '', name = ''] = TOWN_FIRST.exec(normalized) ?? [];
  const isTown = isLikePlace(whole) && findActors(whole).length === 0;
  return isTown ? [...listed, name] : listed;
}

/** 平江县的补贴: a town or county, of which no list need know, and which a text may call 平江. */
const TOWN_FIRST =
  /^((?![哪各每多几全本该这那我大小新老某])\p{Script=Han}{2,3}?)[市县](?![场民值区委长政村镇])/u;

/** Whether the corpus lacks every word of the question: what is left, a stray digit, is no question. */
export function isAllUnknown(question: Question, index: ParagraphIndex): boolean {
  const words = question.content.filter(({ kind }) => kind !== 'number').map(({ text }) => text);
  const known = (term: string) => index.documentFrequency(term) > 0;
  return (
    words.length > 0 &&
    !words.some((word) =>
      [word, ...bigramsOf(word), ...(question.alternatives.get(word) ?? [])].some(known),
    )
  );
}

/** What points at something named before: 这起事件, 该公司, 本次大会, 他. */
const POINTS =
  /(?:这|那|该|此)(?:起|次|场|件|个|些|家|位|项|条|种|名|届|批)|本[次届场]|上述|该|[他她它]/;
/** A normalised question without the words that point, for once it is known at what they do: 事故 of 这起事故. */
export function withoutPointing(text: string): string {
  return text.replace(POINTS, ' ');
}
/** Words of a question that is as short as one about something in plain sight. */
const SHORT = 2;
/** Paragraphs that write a word so many times over that it tells no event from another. */
const COMMON = 20;
/** The same of a question that points. */
const COMMON_POINTING = 6;

/** How a question points at an article, and at nothing in it. */
const THIS_ARTICLE =
  /(?:这|那|本|该|此)一?(?:篇|则|份|条)?(?:文章|报道|新闻稿?|稿件|通讯|报告|帖子|资讯|公告|通知)|这篇|那篇|本文/;

/**
 * Whether a question names nothing that tells which of several articles it is about: 采取了什么措施,
 * 这起事故造成多少人受伤. No name, place, number or quotation, and few words, each of them common.
 */
export function lacksAnchor(
  question: Question,
  ranked: readonly Ranked[],
  { index, tokenizer }: Pick<CorpusKnowledge, 'index' | 'tokenizer'>,
): boolean {
  const { content, names, normalized } = question;
  if (names.length > 0 || /["《]/.test(normalized) || placesAsked(question).length > 0)
    return false;
  if (content.some(({ kind }) => kind !== 'han')) return false;
  if (new Set(ranked.map(({ found }) => found.article)).size < 2) return false;
  // jieba takes 这起 for a word
  const telling = content.filter(
    ({ text }) => text.length > 1 && !KIND_WORDS.has(text) && !POINTS.test(text),
  );
  // 这篇文章谁写的, asked of several
  if (THIS_ARTICLE.test(normalized) && telling.length < SHORT) return true;
  // what jieba cuts into single characters is a name that it does not know
  const single = content.filter(({ text }) => text.length === 1 && !KIND_WORDS.has(text));
  if (single.some(({ end }) => single.some(({ start }) => start === end))) return false;
  // 户次 of 多少户次: what is counted seldom tells as much as a word
  const { counter } = question;
  if (counter !== undefined && counter.length > 1 && index.documentFrequency(counter) < COMMON)
    return false;
  if (telling.length === 0 || telling.length > SHORT) return false;
  const common = POINTS.test(normalized) ? COMMON_POINTING : COMMON;
  return telling.every(
    ({ text }) => tokenizer.isOrdinaryWord(text) && index.documentFrequency(text) >= common,
  );
}
