import type { Query } from '../postgres/database.ts';
import type { Lease } from '../postgres/lease.ts';

/** What a builder made of a corpus at one moment; it is never changed. */
export interface Generation {
  /** Counts up within a tenant. */
  readonly number: number;
  /** A hash of the corpus that it was made of. */
  readonly content: string;
  readonly paragraphs: number;
  /** Whether its postings stand in the database; otherwise its index is among its files. */
  readonly remote: boolean;
}

/** A generation that is to be published. */
export interface NewGeneration extends Omit<Generation, 'number'> {
  /** Writes what stands in the database beside the files, in the same transaction. */
  readonly writeRows?: (write: RowWriter) => Promise<void>;
  /** The paths of its files, by the names under which workers fetch them; read after the rows are written. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where the rows of a new generation are written. */
export interface RowWriter {
  readonly query: Query;
  readonly tenant: string;
  readonly generation: number;
}

/** Where builders publish generations and workers take them from: those of one tenant and version of the code. */
export interface GenerationStore {
  /** The newest one; undefined before there is any. */
  newest(): Promise<Generation | undefined>;
  /**
   * Publishes a generation whole or not at all, as long as the builder's lease is held.
   * @param lease the one that is held when all is written
   * @returns undefined where it was held no longer
   */
  publish(made: NewGeneration, lease: () => Lease): Promise<Generation | undefined>;
  /**
   * Notes that a worker answers from a generation, for so many seconds from now, and from the others
   * named no more. @returns false where the generation is gone
   */
  hold(worker: string, generation: number, seconds: number): Promise<boolean>;
  /** Notes that a worker answers no more. */
  release(worker: string): Promise<void>;
  /**
   * Writes the files of a generation into a folder, each checked against its hash.
   * Rejects where the generation is gone.
   */
  fetch(generation: number, folder: string): Promise<void>;
  /** Deletes the generations before the newest that no worker answers from; @returns their numbers */
  prune(): Promise<readonly number[]>;
}
