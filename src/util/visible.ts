/**
 * Characters that show nothing and change how others show: controls but tabs and line ends, format
 * characters such as those that turn the direction of writing round, halves of characters and those
 * of private use. A joiner within an emoji stays.
 */
const HIDDEN =
  /(?<!\p{Extended_Pictographic}|\ufe0f)\u200d|(?![\u200d\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** A text of somebody else's as it may stand among our own words. */
export function visible(text: string): string {
  return text.replace(HIDDEN, '').normalize('NFC');
}
