import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RenderParameters } from 'pdfjs-dist/types/src/display/api.js';
import type { PageLine } from './lines.ts';
import type { Recognizer } from './recognizer.ts';

/** Pages of the longest scan that is read: each takes three seconds of the processor. */
export const SCANNED_PAGES = 200;

/** Dots an inch, which the recogniser is made for; a point is a 72nd of an inch. */
const DOTS = 200;
const SCALE = DOTS / 72;
/** Dots of the longest side of a picture: a page of a square metre is a map and no text. */
const SIDE = 6000;

/**
 * A picture tells sizes and edges by what is black on it, and a mark leaves half of its square white.
 * Only lines so much larger than most are headings, and what is larger still is a blot; those that end so many letters before the edge of
 * their page reach to it.
 */
const LARGER = 1.25;
const LARGEST = 3;
const FROM_EDGE = 2.5;
/** Letters of the shortest line whose width tells their size, and the share of lines within the edge. */
const TELLING = 5;
const WITHIN_EDGE = 0.8;

/** A canvas as pdfjs makes it where it is at home. */
interface Canvas {
  readonly canvas: { toBuffer(type: 'image/png'): Buffer };
  readonly context: object;
}
interface CanvasFactory {
  create(width: number, height: number): Canvas;
  destroy(drawn: Canvas): void;
}

/** The lines of the pictures of a document's pages; `progress` is called after each step. */
export async function recognizePages(
  document: PDFDocumentProxy,
  recognizer: Recognizer,
  progress: () => void,
): Promise<PageLine[]> {
  const lines: PageLine[] = [];
  progress();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.min(SCALE, SIDE / Math.max(natural.width, natural.height));
    const viewport = page.getViewport({ scale });
    const factory = document.canvasFactory as CanvasFactory;
    const drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({
      canvas: null,
      canvasContext: drawn.context as RenderParameters['canvasContext'],
      viewport,
    }).promise;
    const picture = drawn.canvas.toBuffer('image/png');
    factory.destroy(drawn);
    page.cleanup();
    progress();
    for (const { text, left, right, bottom } of await recognizer.read(picture)) {
      if (text === '') continue;
      lines.push({
        ...{ text, page: number, left: left / scale, right: right / scale },
        y: (viewport.height - bottom) / scale,
        size: (right - left) / scale / lettersOf(text),
        depth: bottom / viewport.height,
      });
    }
    progress();
  }
  return evened(lines);
}

/** How many letters of Chinese are as wide as a text; Latin ones and digits are half as wide. */
function lettersOf(text: string): number {
  let letters = 0;
  for (const character of text) letters += /[\u2e80-\uffef“”‘’…—]/u.test(character) ? 1 : 0.5;
  return letters;
}

/** The lines with the size and the edge that they were set in. */
function evened(lines: readonly PageLine[]): PageLine[] {
  const size = shareOf(
    lines.map((line) => line.size),
    0.5,
  );
  const edges = new Map<number, number>();
  for (const { page } of lines)
    if (!edges.has(page)) {
      const own = lines.filter((line) => line.page === page).map(({ right }) => right);
      edges.set(page, shareOf(own, WITHIN_EDGE));
    }
  return lines.map((line) => {
    const edge = edges.get(line.page) ?? line.right;
    const times = line.size / size;
    const isLarger = times > LARGER && times < LARGEST && lettersOf(line.text) >= TELLING;
    const right = line.right > edge - FROM_EDGE * size ? edge : line.right;
    return { ...line, right, size: isLarger ? line.size : size };
  });
}

/** The value that so large a share of some values does not exceed. */
function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
