import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { paragraphPassage } from '../../../../src/answer/compose/passage.ts';
import { parseArticle } from '../../../../src/article/body/parse-article.ts';
import { TextBuilder } from '../../../../src/article/formats/common/reading-builder.ts';
import { joinLines } from '../../../../src/article/formats/pdf/paragraphs.ts';
import type { Recognizer } from '../../../../src/article/formats/pdf/recognizer.ts';
import { recognizePages } from '../../../../src/article/formats/pdf/scan.ts';
import { SIMPLIFIED } from '../../../../src/reply/messages/simplified.ts';
import { headOf } from '../../../../src/store/packed-article.ts';
import { fixture } from '../../files.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const LETTER = 30;

/** Lines of a page as a recogniser finds them, each `[text, left, right]`, one below the other. */
function recognizerOf(page: readonly (readonly [string, number, number])[]) {
  const pictures: Uint8Array[] = [];
  const recognizer: Recognizer = {
    async read(picture) {
      pictures.push(picture);
      return page.map(([text, left, right], i) => ({
        ...{ text, left, right },
        ...{ top: 100 + i * 50, bottom: 100 + i * 50 + LETTER },
      }));
    },
    end: async () => {},
  };
  return { recognizer, pictures };
}

async function linesOf(page: readonly (readonly [string, number, number])[]) {
  const task = getDocument({ data: new Uint8Array(fixture('broken/scanned.pdf')) });
  const { recognizer, pictures } = recognizerOf(page);
  let steps = 0;
  const lines = await recognizePages(await task.promise, recognizer, () => {
    steps++;
  });
  await task.destroy();
  return { lines, pictures, steps };
}

describe('the pictures of a scan', () => {
  it('are drawn page by page, and each step is told', async () => {
    const { pictures, steps } = await linesOf([['甲', 0, LETTER]]);
    expect(pictures.map((picture) => PNG.equals(picture.subarray(0, 4)))).toEqual([true]);
    expect(steps).toBe(3);
  });

  it('give paragraphs by their indents, whatever white the marks at the edges leave', async () => {
    const full = '水库大坝已经填筑到设计高程导流洞完成封堵验收';
    const { lines } = await linesOf([
      [full.slice(2), 2 * LETTER, 22 * LETTER],
      [`${full.slice(0, -1)}，`, 3, 21.4 * LETTER],
      ['验收。', 0, 2.4 * LETTER],
      [full.slice(2), 2 * LETTER, 21.8 * LETTER],
      ['完成。', 2, 2.5 * LETTER],
    ]);
    expect(joinLines(lines).map(({ text }) => text)).toEqual([
      `${full.slice(2)}${full.slice(0, -1)}，验收。`,
      `${full.slice(2)}完成。`,
    ]);
  });
});

describe('an article that was recognised by a machine', () => {
  const builder = new TextBuilder('');
  builder.add('石桥水库概况');
  builder.add('石桥水库位于云岭县北部，总库容380万立方米，由三座大坝围成。', { page: 2 });
  const parsed = parseArticle('x.pdf', builder.finish(false, true));
  if (!parsed.ok) throw new Error(parsed.reason);
  const { article, warnings } = parsed;

  it('says so to operators and in each citation, also where it is kept on disk', () => {
    expect(warnings).toEqual([expect.stringContaining('recognised by a machine')]);
    const [paragraph] = article.paragraphs;
    const passage = paragraphPassage(article, paragraph!);
    expect(passage.recognized).toBe(true);
    expect(SIMPLIFIED.citation(passage)).toBe('——《石桥水库概况》第2页第1段（文字由机器识别）');
    expect(headOf(article).recognized).toBe(true);
  });
});
