/** A paragraph as a search library is given it: one field, title and text. */
interface BenchDocument {
  readonly id: number;
  readonly text: string;
}

/** A search library filled with documents. */
export interface Peer {
  /** The ids of the best documents, best first. */
  search(question: string, limit: number): readonly number[];
  /** The library's tokens of a text, by which the lead is chosen from its best paragraph. */
  tokens(text: string): readonly string[];
}

/** Fills a library. */
export type CreatePeer = (documents: readonly BenchDocument[]) => Peer;
