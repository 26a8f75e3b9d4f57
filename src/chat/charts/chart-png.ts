import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { lazy } from '../../util/lazy.ts';
import { fontsFor } from './chart-font.ts';

/** Pixels of the picture for each of the chart: what a phone's screen has. */
const ZOOM = 2.5;

const ready = lazy(async () => {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(wasm));
});

/** A chart's SVG as PNG, with a font of its own. */
export async function chartPng(svg: string): Promise<Uint8Array> {
  await ready();
  const fontBuffers = await fontsFor(svg.replace(/<[^>]*>/g, ''));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
  });
  const image = picture.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    picture.free();
  }
}
