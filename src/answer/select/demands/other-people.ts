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
