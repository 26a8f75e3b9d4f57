import type { Transformer } from 'grammy';

type Signal = NonNullable<Parameters<Transformer>[3]>;

/** grammY types its signals by a polyfill; at run time they are Node's own. */
export function grammySignal(signal: AbortSignal): Signal {
  return signal as unknown as Signal;
}

/** Aborted as soon as one of both is. */
export function either(signal: Signal | undefined, other: AbortSignal): Signal {
  const own = signal as unknown as AbortSignal | undefined;
  return grammySignal(own ? AbortSignal.any([own, other]) : other);
}
