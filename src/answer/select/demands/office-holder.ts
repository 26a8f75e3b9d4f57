import { SYNONYMS } from '../../../knowledge/data/synonyms.ts';
import type { AnalysedText } from '../../../language/analysed-text.ts';
import type { Tokenizer } from '../../../language/tokenizer.ts';
import { ROLE_SOURCE } from '../../../question/data/roles.ts';
import type { Question } from '../../../question/question.ts';
import { holdersIn } from '../../spans/asked-kind.ts';

/** A sentence, normalised, and as it is cut. */
interface Reading {
  readonly sentence: string;
  readonly cut: AnalysedText;
  /** The sentence with what stands around it. */
  near(): string;
}

/** How words for an office or a trade end. */
const HOLDER = new RegExp(`(?:${ROLE_SOURCE}|导演|编剧|主演|长|代表|冠军|得主)$`, 'u');
/** What makes another office of the one behind it: 副馆长 is not 馆长, nor is who once was. */
const OTHER_OFFICE =
  /(?:副|(?<![目此之以先])前任?|(?<![中平草])原任?|代理?|候任|准|荣誉|名誉|卸任|离任)$/u;
/** What makes another office of the one before it: 主任助理 is not 主任, nor is who wants to be. */
const OTHER_OFFICE_BEHIND = /^(?:助理|秘书|候选人|提名人|的?(?:儿子|女儿|妻子|丈夫|司机))/u;
/** Characters between an office and who holds it: 编剧王某某, 导演是王某某, 王某某担任本片的导演. */
const HOLDER_REACH = 14;

/** Who holds an office is told beside it: a sentence in which nobody is named near the office names no holder. */
export function namesNoHolder(
  question: Question,
  tokenizer: Tokenizer,
): ((reading: Reading) => boolean) | undefined {
  const { type, normalized, content, asksAt, alternatives, attribute } = question;
  if (type !== 'person') return undefined;
  const office = content.findLast(
    ({ text, end }) =>
      end <= asksAt && text.length > 1 && (HOLDER.test(text) || text === attribute),
  );
  if (office === undefined || !/^(?:是|为|叫|由)?\s*$/u.test(normalized.slice(office.end, asksAt)))
    return undefined;
  const forms = [
    office.text,
    ...(alternatives.get(office.text) ?? []),
    ...(SYNONYMS.get(office.text) ?? []),
  ];
  return ({ sentence, cut, near }) => {
    const places = forms.flatMap((form) =>
      [...sentence.matchAll(new RegExp(form, 'gu'))].map(({ index: start }) => ({
        start,
        end: start + form.length,
      })),
    );
    const named = holdersIn(cut, tokenizer).filter(
      ({ start, end }) => !normalized.includes(sentence.slice(start, end)),
    );
    // by what other words a sentence tells it is not known, but it names somebody, near the office
    if (places.length === 0)
      return named.length === 0 || !forms.some((form) => near().includes(form));
    const isOther = OTHER_OFFICE.test(normalized.slice(0, office.start));
    const told = places.filter(
      ({ start, end }) =>
        isOther ||
        !(
          OTHER_OFFICE.test(sentence.slice(0, start)) ||
          OTHER_OFFICE_BEHIND.test(sentence.slice(end))
        ),
    );
    return !named.some(({ start, end }) =>
      told.some((place) => start - place.end <= HOLDER_REACH && place.start - end <= HOLDER_REACH),
    );
  };
}
