import type { ApiMethods, Opts } from 'grammy/types';
import type { CallContext } from '../world.ts';

/** Methods of the Bot API as functions of their checked parameters. Each returns the `result` or throws a Refusal. */
export type Methods = {
  readonly [M in keyof ApiMethods]?: (
    payload: Opts<M>,
    context: CallContext,
  ) => ReturnType<ApiMethods[M]> | Promise<ReturnType<ApiMethods[M]>>;
};
