/** One reply as JSON: its fields by name. */
export type ReplyFields = Readonly<Record<string, unknown>>;

/** Replies that two builds gave to the same questions, in the same order, set beside each other. */
export interface Comparison {
  readonly replies: number;
  /** In how many replies each field differs, by the field's name. */
  readonly fields: ReadonlyMap<string, number>;
  /** The questions whose replies differ, with the fields that do. */
  readonly differing: readonly { readonly question: string; readonly fields: readonly string[] }[];
}

/** @throws Error where one build gave more replies than the other */
export function compareReplies(
  ours: readonly ReplyFields[],
  theirs: readonly ReplyFields[],
): Comparison {
  if (ours.length !== theirs.length)
    throw new Error(`${ours.length} replies here and ${theirs.length} there`);
  const fields = new Map<string, number>();
  const differing = ours.flatMap((our, place) => {
    const differ = fieldsThatDiffer(our, theirs[place] ?? {});
    for (const field of differ) fields.set(field, (fields.get(field) ?? 0) + 1);
    return differ.length === 0 ? [] : [{ question: String(our['question']), fields: differ }];
  });
  return { replies: ours.length, fields, differing };
}

function fieldsThatDiffer(our: ReplyFields, their: ReplyFields): readonly string[] {
  const names = new Set([...Object.keys(our), ...Object.keys(their)]);
  return [...names].filter((name) => JSON.stringify(our[name]) !== JSON.stringify(their[name]));
}
