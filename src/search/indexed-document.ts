import { type PackedTerms, unpackTerms } from '../language/packed-terms.ts';
import type { SearchDocument } from './engine.ts';

/** A document whose terms are packed; what an engine does not read is not made. */
export class IndexedDocument implements SearchDocument {
  readonly above: PackedTerms;
  readonly own: PackedTerms;
  readonly text: string;

  constructor(above: PackedTerms, own: PackedTerms, text: string) {
    this.above = above;
    this.own = own;
    this.text = text;
  }

  get terms(): readonly string[] {
    return [...unpackTerms(this.above), ...unpackTerms(this.own)];
  }

  get characters(): ReadonlySet<string> {
    return new Set(this.text);
  }
}
