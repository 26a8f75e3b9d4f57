import { type Reading, type SourceFile, unreadable } from '../common/reading.ts';
import { TextBuilder } from '../common/reading-builder.ts';
import { addBlock } from './block-lines.ts';
import { readBlocks } from './blocks.ts';
import { parseDocument } from './dom.ts';
import { checkZip } from './zip.ts';

/** Styles beside the headings that say what a paragraph is, by the names that Word and WPS give. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
];

/** The beginning of the container that an encrypted document, or a .doc of old, is kept in. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Reads a Word document by way of the HTML that mammoth makes of it. */
export async function readDocx({ bytes, front }: SourceFile): Promise<Reading> {
  if (OLE.equals(bytes.subarray(0, OLE.length)))
    return unreadable('is encrypted or an old .doc; save it as .docx without a password');
  const fault = await checkZip(bytes);
  if (fault !== undefined) return unreadable(fault);
  let html: string;
  try {
    const { default: mammoth } = await import('mammoth');
    const options = { styleMap: STYLES, convertImage: mammoth.images.imgElement(noImage) };
    const result = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
    html = result.value;
  } catch {
    return unreadable('is no Word document that could be read; open it and save it again as .docx');
  }
  const document = parseDocument(html);
  if (typeof document === 'string') return unreadable(document);
  const builder = new TextBuilder(front);
  for (const block of readBlocks(document)) addBlock(builder, block);
  return builder.finish(
    builder.lines.filter(({ markup }) => markup?.kind === 'heading').length > 1,
  );
}

/** Pictures are not read: without this mammoth would put each into the page, as text. */
async function noImage(): Promise<{ src: string }> {
  return { src: '' };
}
