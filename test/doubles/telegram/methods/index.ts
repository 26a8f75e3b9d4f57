import { badRequest } from '../refusal.ts';
import type { MethodShape } from '../schema.ts';
import type { CallContext, World } from '../world.ts';
import { deliveryMethods } from './delivery.ts';
import { editMethods } from './edits.ts';
import { messageMethods } from './messages.ts';
import type { Methods } from './methods.ts';
import { profileMethods } from './profile.ts';
import { queryMethods } from './queries.ts';

type AnyMethod = (payload: unknown, context: CallContext) => unknown;

/** Runs a method by its name. */
export function methodRunner(world: World) {
  const methods: Methods = {
    ...deliveryMethods(world),
    ...editMethods(world),
    ...messageMethods(world),
    ...profileMethods(world),
    ...queryMethods(world),
  };
  return async (shape: MethodShape, context: CallContext): Promise<unknown> => {
    const { method, payload } = context.call;
    const known = methods[method as keyof Methods] as AnyMethod | undefined;
    if (known) return known(payload, context);
    // what only says "done" can be said without doing it
    if (!shape.returns.includes('Boolean'))
      throw badRequest(`${method} is not played by this server`);
    if (payload['chat_id'] !== undefined) world.chats.open(payload['chat_id'] as number | string);
    return true;
  };
}
