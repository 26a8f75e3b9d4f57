import type { Token, Tokenizer } from '../../../language/tokenizer.ts';
import type { AnswerType } from '../../../question/data/question-words.ts';
import { ROLE_SOURCE } from '../../../question/data/roles.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import {
  endOf,
  entitiesOf,
  mayBeSame,
  type NamedEntity,
  namedEntities,
} from '../../spans/named-entities.ts';
import { wordForms } from '../word-forms.ts';
import type { Fails, Reading } from './reading.ts';
import { LEANS } from './stands-elsewhere.ts';

/** Whether a clause speaks of what the question names, or of another of its kind. */
type About = 'asked' | 'other';

/** What a clause says of the question. */
interface Clause {
  /** Undefined where it names nothing of the kind. */
  readonly about: About | undefined;
  /** The number of words of the question in it, those that name the subject aside. */
  readonly told: number;
  /** Whether it has the word that says what is asked of the subject. */
  readonly hasFocus: boolean;
}

/** Types of which no answer has a name of its own. */
const NAMELESS: ReadonlySet<AnswerType> = new Set([
  'number',
  'money',
  'ordinal',
  'duration',
  'date',
  'reason',
  'method',
  'yesno',
]);
/** 升了还是降了, 够不够: either is said, and neither has a name. */
const EITHER =
  /(\p{Script=Han})了?(?:还是|或者?)\p{Script=Han}{1,3}[了吗?]*$|(\p{Script=Han})不\2|了没有?[?]?$/u;
/** Who holds an office is a person, whatever else a sentence names. */
const OFFICE = new RegExp(`${ROLE_SOURCE}$`, 'u');

/** 保荐机构为国融证券: who is told, and not whom the clauses behind are about. */
const IS_TOLD = /\p{Script=Han}{2}(?:为|是|系|叫|名为)$/u;

/** 是世界最大跨度三塔斜拉桥: what the one spoken of is, and no other one's name. */
const IS_DESCRIBED =
  /(?:为|是|成为|属于?)[^,;。]{0,20}(?:的|最[^,;。]{1,6}|[首唯]一?[座条个家所支部])$/u;

/** Marks between clauses. */
const CLAUSE = /[,;:!?。]/u;

/**
 * What a sentence says of one team is not said of another: a sentence fails where each of its clauses
 * that speak of what is asked speaks of another of the kind than the question names. A clause is about
 * what it names itself, else about what the one before it is; the first one about what the nearest
 * sentence before it names.
 */
export function speaksOfRival(question: Question, tag: Tokenizer['tag']): Fails | undefined {
  if (mayBeNamed(question)) return undefined;
  const entities = namedEntities({ tokens: question.rest.tokens, tag });
  // of two of a kind the question asks how they stand to each other
  const asked = entities.filter(
    ({ kind }) => entities.filter((other) => other.kind === kind).length === 1,
  );
  if (asked.length === 0) return undefined;
  return (reading) => asked.some((entity) => isOfRival(entity, question, reading));
}

/** Whether another of the kind named may be the answer: 打败了谁. */
function mayBeNamed({ type, focus, asksAt, attribute, normalized }: Question): boolean {
  if (NAMELESS.has(type) || EITHER.test(normalized)) return false;
  if (type !== 'person') return true;
  const asksHolder = focus.some(({ text, end }) => end <= asksAt && OFFICE.test(text));
  return attribute === undefined && !asksHolder;
}

function isOfRival(asked: NamedEntity, question: Question, reading: Reading): boolean {
  const telling = question.content.filter((token) => isTelling(token, asked));
  const held = entitiesOf(reading.cut);
  // 该银行成立于1957年，初名为建设银行: a pronoun comes first, and may stand for what is asked about
  const [first] = held.filter(({ kind }) => kind === asked.kind);
  if (LEANS.test(reading.sentence.slice(0, first?.start))) return false;
  // 新英格兰爱国者队 shows that 新英格兰队 is 爱国者队
  const aliases = held.map(({ name }) => name).filter((name) => mayBeSame(name, asked.name));
  let about = aboutBefore(asked, reading);
  const clauses = clausesOf(reading.sentence).map(({ start, end }): Clause => {
    const text = reading.sentence.slice(start, end);
    const told = telling.filter((token) => isWritten(token, text, question));
    const named = held.filter(
      (one) =>
        one.start >= start &&
        one.end <= end &&
        !IS_TOLD.test(reading.sentence.slice(start, one.start)) &&
        !IS_DESCRIBED.test(reading.sentence.slice(start, one.start)),
    );
    about = aboutOf(asked, text, named, aliases) ?? about;
    return {
      about,
      told: told.length,
      hasFocus: told.some((token) => question.focus.includes(token)),
    };
  });
  const focused = clauses.filter(({ hasFocus }) => hasFocus);
  const most = Math.max(...clauses.map(({ told }) => told));
  const speaking = focused.length > 0 ? focused : clauses.filter(({ told }) => told === most);
  return speaking.every((clause) => clause.about === 'other');
}

function aboutBefore(asked: NamedEntity, { before }: Reading): About | undefined {
  for (const cut of before().toReversed()) {
    const about = aboutOf(asked, cut.normalized.text, entitiesOf(cut), []);
    if (about !== undefined) return about;
  }
  return undefined;
}

/** Whom a text with these names speaks of, as far as it says. */
function aboutOf(
  asked: NamedEntity,
  text: string,
  named: readonly NamedEntity[],
  aliases: readonly string[],
): About | undefined {
  if (text.includes(endOf(asked.name))) return 'asked';
  const alike = named.filter(({ kind }) => kind === asked.kind);
  if (
    alike.some(
      ({ name }) => mayBeSame(name, asked.name) || aliases.some((one) => one.includes(name)),
    )
  )
    return 'asked';
  return alike.length > 0 ? 'other' : undefined;
}

function clausesOf(sentence: string): { readonly start: number; readonly end: number }[] {
  let at = 0;
  return sentence.split(CLAUSE).map((text) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length };
  });
}

function isTelling({ text, start, end }: Token, asked: NamedEntity): boolean {
  return text.length > 1 && !KIND_WORDS.has(text) && (end <= asked.start || start >= asked.end);
}

function isWritten({ text: word }: Token, text: string, question: Question): boolean {
  return wordForms(word, question).some((form) => text.includes(form));
}
