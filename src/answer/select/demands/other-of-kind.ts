import { CONTRASTS } from '../data/contrasts.ts';

/** A kind of which a question speaks of one member. */
interface Kind {
  readonly own: RegExp;
  readonly others: readonly RegExp[];
}

/**
 * Tells of a normalised sentence whether it speaks of another of a kind than the question does: of the
 * men's race, of the lower house, of the closing. Undefined where the question speaks of none or of
 * several of them. A sentence that speaks of the one asked for beside others may answer; where the
 * question speaks of two kinds, 铁路 and 货运, one clause of it must have both or neither.
 */
export function otherOfKind(asked: string): ((sentence: string) => boolean) | undefined {
  const kinds = CONTRASTS.flatMap((members): Kind[] => {
    const [own, ...more] = members.filter((member) => member.test(asked));
    return own === undefined || more.length > 0
      ? []
      : [{ own, others: members.filter((member) => member !== own) }];
  });
  if (kinds.length === 0) return undefined;
  return (sentence) =>
    kinds.some((kind) => isOther(kind, sentence)) ||
    (kinds.length > 1 &&
      kinds.every(({ own }) => own.test(sentence)) &&
      clausesWith(kinds, sentence).every((clause) => kinds.some((kind) => isOther(kind, clause))));
}

/** 硕士及以上: where a limit is drawn tells of all on either side of it. */
const LIMIT = '(?!(?:研究生|学历|学位|文凭)*[及或和]?以[上下])';

/** The members of the kinds, but where a limit is drawn by one of them. */
const UNLIMITED = new Map(
  CONTRASTS.flat().map((member) => [member, new RegExp(`(?:${member.source})${LIMIT}`, 'u')]),
);

function isOther({ own, others }: Kind, text: string): boolean {
  return !own.test(text) && others.some((other) => UNLIMITED.get(other)?.test(text));
}

/** The clauses that speak of any of the kinds. */
function clausesWith(kinds: readonly Kind[], sentence: string): string[] {
  return sentence.split(/[,;。]/u).filter((clause) => kinds.some(({ own }) => own.test(clause)));
}
