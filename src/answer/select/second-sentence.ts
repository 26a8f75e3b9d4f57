import { normalize } from '../../language/normalize.ts';
import type { Question } from '../../question/question.ts';
import { slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';

/** How a sentence points back at what was just told of: 科林此次访问的时间. */
const POINTS_BACK = /[此这该][次一项场届]|本[次届]/u;

/** Whether a sentence goes on about what the one right before it tells, in the same paragraph or the next. */
export function takesUp({ found, index, sentence }: Ranked, before: Ranked): boolean {
  const { article, paragraph } = found;
  if (article !== before.found.article || !POINTS_BACK.test(slice(article.text, sentence.span)))
    return false;
  const { number, sentences } = before.found.paragraph;
  return paragraph.number === number
    ? index === before.index + 1
    : paragraph.number === number + 1 && index === 0 && before.index === sentences.length - 1;
}

/** Whether a sentence says the very word for what is asked, 以…为主题, which the first one of the same article does not. */
export function saysWhatIsAsked(
  { focus, type }: Question,
  { found, sentence }: Ranked,
  first: Ranked,
): boolean {
  const { article } = found;
  const says = (one: Ranked['sentence'], word: string) =>
    normalize(slice(article.text, one.span)).text.includes(word);
  return (
    type === 'thing' &&
    article === first.found.article &&
    focus.some(({ text }) => text.length > 1 && says(sentence, text) && !says(first.sentence, text))
  );
}
