/** The code points of Unicode. */
const CODE_POINTS = 0x110000;
/** The last code point that is one UTF-16 unit. */
const LAST_UNIT = 0xffff;

/** At each place n, the characters that n + 1 documents hold. */
export type CharactersByCount = readonly string[];

/** Counts the documents that hold each character, in tables by code point: each document has some hundreds. */
export class CharacterCounts {
  readonly #changes = new CountsByCode();
  readonly #own = new CountsByCode();
  /** The last document that holds the character. */
  readonly #heldBy = new Int32Array(CODE_POINTS);

  /** Counts each character of a document once; its number is above those of all before it. */
  add(document: number, text: string): void {
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) as number;
      at += code > LAST_UNIT ? 2 : 1;
      if (this.#heldBy[code] === document) continue;
      this.#heldBy[code] = document;
      this.#own.add(code, 1);
    }
  }

  /** What was added since the last call: the characters of one article. */
  takeArticle(): CharactersByCount {
    const byCount: number[][] = [];
    this.#own.take((code, count) => {
      this.#changes.add(code, count);
      while (byCount.length < count) byCount.push([]);
      byCount[count - 1]?.push(code);
    });
    return byCount.map((codes) => String.fromCodePoint(...codes));
  }

  /** Takes off what an article had. */
  remove(characters: CharactersByCount): void {
    for (const [place, held] of characters.entries()) {
      for (const character of held) this.#changes.add(character.codePointAt(0) ?? 0, -(place + 1));
    }
  }

  /** By how much the number of documents that hold each character has changed. */
  take(): (readonly [character: string, by: number])[] {
    const changes: (readonly [string, number])[] = [];
    this.#changes.take((code, by) => changes.push([String.fromCodePoint(code), by]));
    return changes;
  }
}

class CountsByCode {
  readonly #counts = new Int32Array(CODE_POINTS);
  readonly #isCounted = new Uint8Array(CODE_POINTS);
  #counted: number[] = [];

  add(code: number, by: number): void {
    if (this.#isCounted[code] === 0) {
      this.#isCounted[code] = 1;
      this.#counted.push(code);
    }
    this.#counts[code] = (this.#counts[code] as number) + by;
  }

  /** Gives the counts in the order in which their characters came, and begins anew. */
  take(give: (code: number, count: number) => void): void {
    const counted = this.#counted;
    this.#counted = [];
    for (const code of counted) {
      const count = this.#counts[code] as number;
      this.#counts[code] = 0;
      this.#isCounted[code] = 0;
      give(code, count);
    }
  }
}
