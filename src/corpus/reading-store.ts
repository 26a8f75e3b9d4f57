import type { FileReading } from './read-articles.ts';

/** A store of readings that outlasts the process. */
export interface ReadingStore {
  /** The reading at a hash of all that it was made from: name, bytes and front matter. */
  find(hash: string): FileReading | undefined;
  /** Stores a reading, and gives it back with its articles as the store opens them. */
  keep(hash: string, reading: FileReading): FileReading;
  /** The reading of a file that had this stamp; undefined where there is none. */
  at(file: string, stamp: string): FileReading | undefined;
  /** The last reading of a file, whatever its stamp. */
  last(file: string): FileReading | undefined;
  /** Notes that the file with this stamp has the reading that is stored at `hash`. */
  note(file: string, stamp: string, hash: string): void;
}

/** Documents that went beyond the bounds on time and memory: trying them again takes long, too. */
export interface FailedDocuments {
  /** Why the document with this hash could not be read; undefined where it was not tried. */
  find(hash: string): string | undefined;
  note(hash: string, reason: string): void;
}
