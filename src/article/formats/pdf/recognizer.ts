import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A line as it was read from a picture; lengths are in pixels from its upper left corner. */
interface RecognizedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Reads the text of pictures. */
export interface Recognizer {
  read(picture: Uint8Array): Promise<readonly RecognizedLine[]>;
  end(): Promise<void>;
}

/** What is installed for it: not with the project, as few need it and it takes 70 MB. */
export const RECOGNIZER_PACKAGES = ['tesseract.js', '@tesseract.js-data/chi_sim'] as const;

/** As much of tesseract.js as is used here. */
interface Tesseract {
  createWorker(
    language: string,
    engine: number,
    options: Readonly<Record<string, unknown>>,
  ): Promise<{
    recognize(
      picture: Uint8Array,
      options: object,
      output: { readonly blocks: true },
    ): Promise<{ readonly data: { readonly blocks: readonly Part[] | null } }>;
    terminate(): Promise<unknown>;
  }>;
}

/** A block, a paragraph or a line of a picture. */
interface Part {
  readonly text: string;
  readonly bbox: Readonly<Record<'x0' | 'x1' | 'y0' | 'y1', number>>;
  readonly paragraphs?: readonly Part[];
  readonly lines?: readonly Part[];
}

/** The engine of tesseract that its smaller models are for. */
const NETWORK_ONLY = 1;
/** The models of one package are of several sizes; this one has 1.7 MB. */
const MODEL = '4.0.0_best_int';

/** The recogniser that is installed; undefined where none is. It calls nothing outside. */
export async function openRecognizer(): Promise<Recognizer | undefined> {
  const [program, data] = RECOGNIZER_PACKAGES.map(packageFolder);
  if (program === undefined || data === undefined) return undefined;
  const entry = createRequire(import.meta.url).resolve(RECOGNIZER_PACKAGES[0]);
  const module: { readonly default: Tesseract } = await import(pathToFileURL(entry).href);
  const worker = await module.default.createWorker('chi_sim', NETWORK_ONLY, {
    langPath: join(data, MODEL),
    cacheMethod: 'none',
    gzip: true,
  });
  return {
    async read(picture) {
      const { data } = await worker.recognize(picture, {}, { blocks: true });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs = [] }) =>
        paragraphs.flatMap(({ lines = [] }) => lines),
      );
      return lines.map(({ text, bbox: { x0, x1, y0, y1 } }) => ({
        ...{ text: joined(text), left: x0, right: x1, top: y0, bottom: y1 },
      }));
    },
    async end() {
      await worker.terminate();
    },
  };
}

const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’…—·]';
const SPACES = new RegExp(`(?<=${WIDE}) +| +(?=${WIDE})`, 'gu');

/** The sign of percent is a ring more to the recogniser: 12.6%0, which nobody writes. */
const PERCENT = /(?<=\d[%％])[0o](?!\d)/gu;

/** The recogniser sets each character of Chinese apart. */
function joined(text: string): string {
  return text.trim().replace(SPACES, '').replace(PERCENT, '');
}

/** The folder of an installed package; not by its entry, as one of data has none. */
function packageFolder(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
