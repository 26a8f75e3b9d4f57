export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
}

const plain = (text: string): string => text;

/** ANSI styles, or nothing where there is no colour. */
export function painter(colour: boolean): Paint {
  if (!colour) return { bold: plain, dim: plain };
  const style = (on: number, off: number) => (text: string) =>
    text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`;
  return { bold: style(1, 22), dim: style(2, 22) };
}

/** C0 and C1 but tab and line feed: they move the cursor, retitle the window, answer for the user. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Marks that reorder what is read: embeddings, overrides, isolates and single marks. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text of others made fit for a terminal: no escape sequence works, no direction is turned. */
export function safe(text: string): string {
  return text
    .replace(CONTROL, '')
    .replace(
      BIDI,
      (mark) => `<U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );
}

/** `safe`, on one line: file names may hold line feeds too. */
export function oneLine(text: string): string {
  return safe(text.replace(/\s*\n\s*/g, ' '));
}
