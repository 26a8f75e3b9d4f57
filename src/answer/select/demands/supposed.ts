import type { Token } from '../../../language/tokenizer.ts';
import type { Question } from '../../../question/question.ts';
import { casesAsked, holdsCase, limitsIn } from '../figures/case-limits.ts';
import type { Fails } from './reading.ts';

/** 若 only where a clause may begin: people are called 若谷, too. */
const SUPPOSES = /(?:^|[,;:、"“])若(?![干以按])|如果(?![以按])|假如|假若|倘若|倘|一旦|否则|万一/u;
/** Who asks so asks for what may come, or for what holds in a case. */
const ASKS_SUPPOSED =
  /若|如果|假如|倘|一旦|否则|万一|要是|时候|情况|条件|后果|风险|怎么办|怎样|如何|为什么|可能|能否|本[来该]|原[本定]|将会|会[^议长员计谈见晤上场]/u;

/** Characters from the start of a sentence within which a supposition governs all of it. */
const GOVERNS = 15;

/** What would be if is no answer to what is; what else a sentence supposes behind its statement does no harm. */
export function isHypothetical({ normalized, type, content }: Question): Fails | undefined {
  const cases = casesAsked(normalized);
  if (type === 'reason' || type === 'method' || ASKS_SUPPOSED.test(normalized)) return undefined;
  const words = content.filter(({ text }) => text.length > 1);
  return ({ sentence }) => {
    if (SUPPOSES.test(sentence.slice(0, GOVERNS))) {
      if (isBehindCase(sentence, words)) return false;
      const limits = cases.length === 0 ? [] : limitsIn(sentence);
      return !isRule(sentence, words) && !cases.some((one) => holdsCase(limits, one) === true);
    }
    const [stated = '', ...threats] = sentence.split(THREATENS);
    if (threats.length === 0) return false;
    const threatened = threats.join('');
    // 要求停火,否则将出兵: who sends troops is not told, who demands it is
    const isOnly = ({ text }: Token) => threatened.includes(text) && !stated.includes(text);
    const written = words.filter(({ text }) => sentence.includes(text));
    return written.filter(isOnly).length * 2 > written.length;
  };
}

/** Whether most of what is asked stands behind the part that the supposition governs: 如发热,应就医;确诊者在家休息7天. */
function isBehindCase(sentence: string, words: readonly Token[]): boolean {
  const [supposed = '', ...rest] = sentence.split(';');
  const behind = rest.join(';');
  const count = (part: string) => words.filter(({ text }) => part.includes(text)).length;
  return count(behind) > count(supposed);
}

/** A case and what is then to be done: 如遗失证件,应于三日内挂失. */
const RULE =
  /^[^,;]{2,40},[^,;]{0,12}?(?:请|应|须|需|可(?!能)|得|凭|按|由|予以|不予|资助|补贴|收取|免收|视为|自动)/u;

/** Whether a sentence gives a rule for a case that the question speaks of: what holds in it is no mere supposition. */
function isRule(sentence: string, words: readonly Token[]): boolean {
  const comma = sentence.indexOf(',');
  const supposed = sentence.slice(0, Math.max(0, comma));
  return RULE.test(sentence) && words.some(({ text }) => supposed.includes(text));
}

/** What else follows if something is not done. */
const THREATENS = /否则|不然的话|要不然/u;
