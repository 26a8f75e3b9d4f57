import fc from 'fast-check';

/** Text with what articles are made of and what confuses platforms, up to many messages long; not blank. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom('。', '，', '\n', '\n- ', '8.6亿元', '*_[]()~`>#+-=|{}.!', '<b>', '<@1>'),
      fc.constantFrom('@everyone', '\u202E', '😀'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.nat(900).map((length) => '水厂_扩建'.repeat(length)),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(''))
  .filter((text) => text.trim() !== '');

/** A run of a text of so many units, not empty. */
export function rangeWithin(length: number) {
  return fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    .filter(([a, b]) => a < b);
}
