import type { Update } from 'grammy/types';
import { z } from 'zod';

/** The kinds of update that the bot asks for and handles. */
export const UPDATE_KINDS = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
] as const;

/** Of an update. Telegram counts from a random number of 31 bits; a wild one would end all polling. */
const ID = z
  .int()
  .nonnegative()
  .max(2 ** 40);
const FROM = z.looseObject({ id: z.int(), is_bot: z.boolean() });
const MESSAGE = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  chat: z.looseObject({ id: z.int(), type: z.string() }),
  from: FROM.optional(),
  text: z.string().optional(),
});
const KNOWN = z.union([
  z.looseObject({ update_id: ID, message: MESSAGE }),
  z.looseObject({ update_id: ID, edited_message: MESSAGE }),
  z.looseObject({
    update_id: ID,
    callback_query: z.looseObject({ id: z.string(), from: FROM, message: MESSAGE.optional() }),
  }),
  z.looseObject({
    update_id: ID,
    inline_query: z.looseObject({ id: z.string(), from: FROM, query: z.string() }),
  }),
]);

/** An update with the parts that every handler relies on, as it came. */
export const UPDATE = z.custom<Update>((value) => KNOWN.safeParse(value).success);

/**
 * The updates of a batch that can be handled, and one above the highest id of all of them: what
 * is malformed or of a kind we never asked for is dropped, and `dropped` hears why.
 */
export function readUpdates(
  batch: unknown,
  dropped: (why: string) => void,
): { readonly updates: Update[]; readonly next: number | undefined } {
  if (!Array.isArray(batch)) {
    dropped('a batch that is no list');
    return { updates: [], next: undefined };
  }
  const updates: Update[] = [];
  let next: number | undefined;
  for (const each of batch as readonly unknown[]) {
    const id = z.looseObject({ update_id: ID }).safeParse(each).data?.update_id;
    if (id !== undefined) next = Math.max(next ?? 0, id + 1);
    const update = UPDATE.safeParse(each).data;
    if (update) updates.push(update);
    else dropped(id === undefined ? 'an update without an id' : `update ${id} (${kindOf(each)})`);
  }
  return { updates, next };
}

function kindOf(update: unknown): string {
  const kind = Object.keys(update as object).find((name) => name !== 'update_id') ?? 'empty';
  const known = (UPDATE_KINDS as readonly string[]).includes(kind);
  return known ? `malformed ${kind}` : `kind ${kind.slice(0, 40)}`;
}
