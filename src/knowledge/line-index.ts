/** Stands between the words that people ask with and those that are written. */
const SEPARATOR = ' > ';
const SPACE = 0x20;

/** FNV's prime and beginning: http://www.isthe.com/chongo/tech/comp/fnv */
const PRIME = 0x01000193;
const BEGIN = 0x811c9dc5;

/**
 * Finds lines `asked … > written …` by each of the words on their left. A word is found by where it stands
 * in the text: a map of forty thousand words took longer to make than all else that a first question
 * needs of them, and several megabytes.
 * @param mayChange whether one of some words may have another form by which it is looked up
 * @param formOf the form by which a word is looked up
 * @returns the right sides of the lines of a word in such a form, in order
 */
export function indexLines(
  text: string,
  mayChange: (words: string) => boolean,
  formOf: (word: string) => string,
): (form: string) => readonly string[] {
  /** Where each word begins, counted from 1, by its hash; the next slot is taken where one is. */
  const begins = new Uint32Array(slotsFor(text));
  const changed = new Map<string, number[]>();

  const slotOf = (of: string, start: number, end: number) => {
    let hash = BEGIN;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ of.charCodeAt(at), PRIME);
    return (hash ^ (hash >>> 15)) & (begins.length - 1);
  };
  function add(start: number, end: number): void {
    let slot = slotOf(text, start, end);
    while (begins[slot] !== 0) slot = (slot + 1) % begins.length;
    begins[slot] = start + 1;
  }
  function addForms(start: number, border: number): void {
    let at = start;
    for (const word of text.slice(start, border).split(' ')) {
      const form = formOf(word);
      if (form === word) add(at, at + word.length);
      else changed.set(form, [...(changed.get(form) ?? []), at]);
      at += word.length + 1;
    }
  }

  for (let start = 0; start < text.length; ) {
    const lineEnd = endOfLine(text, start);
    const border = text.indexOf(SEPARATOR, start);
    if (border < 0) break;
    if (border < lineEnd) {
      if (mayChange(text.slice(start, border))) addForms(start, border);
      else
        for (let at = start; at < border; ) {
          const end = endOfWord(text, at, border);
          add(at, end);
          at = end + 1;
        }
    }
    start = lineEnd + 1;
  }

  return (form) => {
    const places = [...(changed.get(form) ?? [])];
    let slot = slotOf(form, 0, form.length);
    for (;;) {
      const begin = begins[slot] as number;
      if (begin === 0) break;
      if (isWordAt(text, begin - 1, form)) places.push(begin - 1);
      slot = (slot + 1) % begins.length;
    }
    return places.sort((a, b) => a - b).map((place) => rightSide(text, place));
  };
}

/** A power of two above the number of words, each of which stands in front of a space. */
function slotsFor(text: string): number {
  return 2 ** (32 - Math.clz32(text.length >> 1));
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function endOfWord(text: string, from: number, border: number): number {
  let end = from;
  while (end < border && text.charCodeAt(end) !== SPACE) end += 1;
  return end;
}

function isWordAt(text: string, place: number, word: string): boolean {
  return text.charCodeAt(place + word.length) === SPACE && text.startsWith(word, place);
}

/** What stands behind the separator of the line that a word stands in. */
function rightSide(text: string, place: number): string {
  return text.slice(text.indexOf(SEPARATOR, place) + SEPARATOR.length, endOfLine(text, place));
}
