import { findDate } from '../../text/dates.ts';
import type { Markup } from '../../text/lines.ts';
import { type Reading, type SourceFile, unreadable } from '../common/reading.ts';
import { TextBuilder } from '../common/reading-builder.ts';
import { addBlock } from '../html/block-lines.ts';
import type { DomElement } from '../html/dom.ts';
import { type DocumentBlock, readBody, type Surroundings } from './body.ts';
import { Numbering } from './numbering.ts';
import { readStyles } from './styles.ts';
import { child, children, descendants, parseXml } from './xml.ts';
import { readZip } from './zip.ts';

/** The beginning of the container that an encrypted document, or a .doc of old, is kept in. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** The parts that are read; where the document's own part stands is the same in Word, WPS and LibreOffice. */
const PARTS = /^(?:word\/(?:document|styles|numbering|footnotes|endnotes)|docProps\/core)\.xml$/u;

const UNREADABLE = 'is no Word document that could be read; open it and save it again as .docx';

const CONTENTS: Markup = { kind: 'furniture', rule: 'table-of-contents' };

/** Reads a Word document with the numbers that Word puts before its lists. */
export async function readDocx({ bytes, front }: SourceFile): Promise<Reading> {
  if (OLE.equals(bytes.subarray(0, OLE.length)))
    return unreadable('is encrypted or an old .doc; save it as .docx without a password');
  const parts = await readZip(bytes, PARTS);
  if (typeof parts === 'string') return unreadable(parts);
  const part = (name: string) => parseXml(parts.get(name));
  const body = child(part('word/document.xml'), 'w:body');
  if (body === undefined) return unreadable(UNREADABLE);
  const around: Surroundings = {
    numbering: new Numbering(part('word/numbering.xml')),
    styleOf: readStyles(part('word/styles.xml')),
  };
  const builder = new TextBuilder(front);
  addDay(builder, part('docProps/core.xml'));
  const notes = ['footnote', 'endnote'].flatMap((kind) =>
    readNotes(body, kind, part(`word/${kind}s.xml`), around),
  );
  for (const { block, contents } of [...readBody(body, around), ...notes])
    addBlock(builder, block, contents ? CONTENTS : undefined);
  return builder.finish(
    builder.lines.filter(({ markup }) => markup?.kind === 'heading').length > 1,
  );
}

/** The notes that the text refers to, in its order: they stand behind it. */
function readNotes(
  body: DomElement,
  kind: string,
  root: DomElement | undefined,
  around: Surroundings,
): DocumentBlock[] {
  if (root === undefined) return [];
  const notes = new Map<string, DomElement>();
  for (const note of children(root)) notes.set(note.getAttribute('w:id') ?? '', note);
  return [...descendants(body, `w:${kind}Reference`)].flatMap((reference) => {
    const id = reference.getAttribute('w:id') ?? '';
    const note = notes.get(id);
    // one that is referred to again stands there once
    notes.delete(id);
    return note === undefined ? [] : readBody(note, around);
  });
}

/** The day on which the document was begun, as its properties say; a library writes that of its template. */
function addDay(builder: TextBuilder, properties: DomElement | undefined): void {
  const written = child(properties, 'dcterms:created')?.textContent ?? '';
  const maker = child(properties, 'dc:creator')?.textContent ?? '';
  const day = findDate(written)?.iso;
  if (day !== undefined && maker !== 'python-docx')
    builder.add(written, { markup: { kind: 'fact', field: 'date', value: day } });
}
