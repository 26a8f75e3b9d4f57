import type { Statements } from './sqlite-tables.ts';

/** Documents whose lengths stand in one row. */
const PAGE = 4096;

/** The number of terms of each document, by its number; 0 of one that has gone. */
export class DocumentLengths {
  readonly #statements: Statements;
  readonly #pages: (Uint32Array | undefined)[] = [];
  readonly #changed = new Set<number>();

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  of(document: number): number {
    return this.#page(Math.floor(document / PAGE))[document % PAGE] as number;
  }

  set(document: number, length: number): void {
    const page = Math.floor(document / PAGE);
    this.#page(page)[document % PAGE] = length;
    this.#changed.add(page);
  }

  /** Writes what was set. */
  write(): void {
    for (const page of this.#changed) {
      const { buffer, byteOffset, byteLength } = this.#page(page);
      this.#statements.setLengths.run(page, new Uint8Array(buffer, byteOffset, byteLength));
    }
    this.#changed.clear();
  }

  /** To be called when they may have changed otherwise: they are read again. */
  forget(): void {
    this.#pages.length = 0;
    this.#changed.clear();
  }

  #page(page: number): Uint32Array {
    let lengths = this.#pages[page];
    if (lengths === undefined) {
      lengths = new Uint32Array(PAGE);
      const kept = this.#statements.lengths.get(page);
      if (kept !== undefined) new Uint8Array(lengths.buffer).set(kept);
      this.#pages[page] = lengths;
    }
    return lengths;
  }
}
