import type { Line } from '../text/lines.ts';
import { hasWords } from '../text/punctuation.ts';

/** Number of lines below the browser's title among which the printed title is looked for. */
const REACH = 8;

/** A title shorter than this may begin the next line by chance. */
const TITLE_MIN = 4;

/** A line this long between the two is text, and what follows it no title. */
const TEXT_LENGTH = 60;

/** What a browser's title holds beside the page's: `_某网`, ` - 新闻频道 - 某网`. */
const SITE = /^[-_|~—–―·•»]{1,3}[^。！？；]{2,40}$/u;

/**
 * The line of a saved page that repeats the browser's title, `X_某网` above the `X` that the page
 * prints; undefined where there is none. A line `X` counts only with furniture between the two, for
 * songs and poems begin with their own title. `isFurniture` tells what other rules have taken.
 */
export function findBrowserTitle(
  lines: readonly Line[],
  isFurniture: (line: Line) => boolean,
): Line | undefined {
  const at = lines.findIndex((line) => !isFurniture(line) && hasWords(line.text));
  const browser = lines[at];
  if (browser === undefined || browser.text.length > 2 * TEXT_LENGTH) return undefined;
  const whole = squeeze(browser.text);
  let between = false;
  for (const line of lines.slice(at + 1, at + 1 + REACH)) {
    if (isFurniture(line)) {
      between = true;
      continue;
    }
    if (line.text.length > browser.text.length && line.text.length >= TEXT_LENGTH) return undefined;
    const title = squeeze(line.text);
    if (title.length < TITLE_MIN || !whole.startsWith(title)) continue;
    const rest = whole.slice(title.length);
    if (rest === '' ? between : SITE.test(rest)) return browser;
  }
  return undefined;
}

/** Without the white space and the widths in which two prints of one title differ. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}
