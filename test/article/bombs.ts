import { deflateSync } from 'node:zlib';
import { zipOf } from './zip.ts';

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const RUN = '<w:r><w:t>长</w:t></w:r>';

/** A .docx of some kilobytes with a body of this XML. */
function docxOf(body: string): Buffer {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipOf([
    { name: '[Content_Types].xml', content: Buffer.from(TYPES) },
    { name: '_rels/.rels', content: Buffer.from(RELATIONS) },
    { name: 'word/document.xml', content: Buffer.from(document) },
  ]);
}

export const docxOfParagraphs = (count: number) => docxOf(`<w:p>${RUN}</w:p>`.repeat(count));
export const docxOfRuns = (count: number) => docxOf(`<w:p>${RUN.repeat(count)}</w:p>`);

/** A PDF whose page is deflated twice: two kilobytes for half a gigabyte. */
export function pdfDeflatedTwice(bytes: number): Buffer {
  const content = deflateSync(deflateSync(Buffer.alloc(bytes, 'BT (a) Tj ET ')));
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  const end = () => parts.reduce((sum, { length }) => sum + length, 0);
  const objects: (readonly (string | Buffer)[])[] = [
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>>>'],
    [
      `<</Length ${content.length}/Filter[/FlateDecode /FlateDecode]>>\nstream\n`,
      content,
      '\nendstream',
    ],
  ];
  for (const [i, object] of objects.entries()) {
    places.push(end());
    const whole = [`${i + 1} 0 obj\n`, ...object, '\nendobj\n'];
    parts.push(...whole.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${end()}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(tail)]);
}
