import { CONTRASTS } from './data/contrasts.ts';

/**
 * Tells of a normalised sentence whether it speaks of another of a kind than the question does: of the
 * men's race, of the lower house, of the closing. Undefined where the question speaks of none or of
 * several of them. A sentence that speaks of the one asked for beside others may answer.
 */
export function otherOfKind(asked: string): ((sentence: string) => boolean) | undefined {
  const kinds = CONTRASTS.flatMap((members) => {
    const [own, ...more] = members.filter((member) => member.test(asked));
    return own === undefined || more.length > 0
      ? []
      : [{ own, others: members.filter((member) => member !== own) }];
  });
  if (kinds.length === 0) return undefined;
  return (sentence) =>
    kinds.some(
      ({ own, others }) => !own.test(sentence) && others.some((other) => other.test(sentence)),
    );
}
