import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  decodeAction,
  encodeAction,
  REASONS,
  type Show,
} from '../../src/chat/button-action.ts';

const count = fc.nat(2_000_000);
const digest = fc.integer({ min: 1, max: 0xffffffff });
const ref = fc.record({ article: digest, paragraph: fc.nat(99_999) });
const show = fc
  .record({
    kind: fc.constant('show' as const),
    refs: fc.array(ref, { minLength: 1, maxLength: 5 }),
    at: fc.nat(4),
    part: fc.nat(300),
    manner: fc.constantFrom(...(['closed', 'folded', 'open', 'whole', 'nearest'] as const)),
    closes: fc.boolean(),
  })
  .filter(({ at, refs }) => at < refs.length);
const others: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), article: digest, question: digest }),
  fc.record({
    kind: fc.constant('further' as const),
    article: digest,
    questions: fc.array(digest, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('reason' as const), reason: fc.constantFrom(...REASONS), ref }),
  fc.record({ kind: fc.constant('vote' as const), up: fc.boolean(), ref }),
  fc.record({ kind: fc.constant('vote' as const), up: fc.boolean() }),
  fc.record({ kind: fc.constant('figure' as const), article: digest, figure: count }),
  fc.record({ kind: fc.constant('series' as const), article: digest, figure: count }),
  fc.record({ kind: fc.constant('chart' as const), query: digest }),
  fc.record({ kind: fc.constant('chart' as const), query: digest, group: digest }),
  fc.record({ kind: fc.constant('articles' as const), at: count }),
  fc.record({ kind: fc.constant('figures' as const), query: digest, at: count }),
  fc.record({ kind: fc.constant('article' as const), article: digest }),
  fc.record({ kind: fc.constant('contents' as const), article: digest, at: count }),
);

describe('an action', () => {
  it('comes back from its button as it was, with what is kept of the message', () => {
    fc.assert(
      fc.property(others, fc.nat(4096), (action, kept) => {
        expect(decodeAction(encodeAction(action, kept))).toEqual({ action, kept });
      }),
    );
  });

  it('fits into 64 bytes of ASCII whatever it shows', () => {
    fc.assert(
      fc.property(fc.oneof(show, others), fc.nat(4096), (action, kept) => {
        expect(encodeAction(action, kept)).toMatch(/^[\w-]{1,64}$/);
      }),
    );
  });

  it('leaves out only the last passages where there is no room, never those before', () => {
    fc.assert(
      fc.property(show, fc.nat(4096), (action, kept) => {
        const read = decodeAction(encodeAction(action, kept))?.action as Show;
        const { refs } = read;
        expect(refs).toEqual(action.refs.slice(0, refs.length));
        expect(read).toEqual({ ...action, refs, at: Math.min(action.at, refs.length - 1) });
        expect(refs.length).toBeGreaterThanOrEqual(Math.min(3, action.refs.length));
      }),
    );
  });

  it('keeps five passages of one article', () => {
    const refs = [1, 2, 3, 4, 5].map((paragraph) => ({ article: 0xfffffff0, paragraph }));
    const action: Show = { kind: 'show', refs, at: 4, part: 0, manner: 'open', closes: true };
    expect(decodeAction(encodeAction(action, 4096))).toEqual({ action, kept: 4096 });
  });

  it('is not read from what is no action of this version', () => {
    for (const text of ['', 'p1', '!', 'AAAA', '上一条', 'lAEFP85KqNK', 'x'.repeat(64)])
      expect(decodeAction(text)).toBeUndefined();
    // version 2, and kinds that do not exist
    for (const numbers of [
      [2, 4, 0, 0],
      [1, 99, 0, 0],
      [1, 0, 0],
      [1, 0, 0, 0, 0, 14, 5, 5],
      [1, 0, 0, 3, 0, 2, 5, 5],
    ])
      expect(
        decodeAction(Buffer.from([0x90 + numbers.length, ...numbers]).toString('base64url')),
      ).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (text) => {
        decodeAction(text);
      }),
    );
  });
});
