import type { FrontMatter } from '../../text/front-matter.ts';
import type { Line } from '../../text/lines.ts';

/** A file as a reader gets it. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  /**
   * Front matter that stands in a file beside this one (`report.pdf.yaml`), between its rules `---`;
   * '' where there is none. It becomes the beginning of the text.
   */
  readonly front: string;
  /** Called now and then by what takes long: each time the reading may take as long again. */
  readonly progress?: () => void;
}

/** What a reader makes of a file. */
export type Reading =
  | {
      readonly ok: true;
      /** The text read out of the file; all offsets are into it. */
      readonly text: string;
      /** The lines behind the front matter, in order, each with what the file's markup says of it. */
      readonly lines: readonly Line[];
      readonly front: FrontMatter;
      /** The file marks its headings, so that none is looked for among the other lines. */
      readonly marked: boolean;
      /** The text was recognised in pictures by a machine. */
      readonly recognized?: true;
    }
  /** One line with what is wrong and the remedy, without the file's name. */
  | { readonly ok: false; readonly reason: string };

/** Reads one format. Never throws. Its libraries are loaded with it, so only when a file needs it. */
export type Reader = (file: SourceFile) => Reading | Promise<Reading>;

export function unreadable(reason: string): Reading & { ok: false } {
  return { ok: false, reason };
}
