import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../src/article/formats/docx/read-docx.ts';
import { zipOf } from '../../zip.ts';

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const list = (id: number, level = 0) =>
  `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`;

function read(parts: Readonly<Record<string, string>>) {
  const entries = Object.entries(parts).map(([name, content]) => ({
    name,
    content: Buffer.from(content),
  }));
  return readDocx({ bytes: zipOf(entries), front: '' });
}

const documentOf = (body: string, before = '') =>
  `${before}<w:document ${NS}><w:body>${body}</w:body></w:document>`;

async function textOf(parts: Readonly<Record<string, string>>): Promise<string> {
  const reading = await read(parts);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.lines.map(({ text }) => text).join('\n');
}

describe('a hostile Word document', () => {
  it('that nests its elements without end is refused', async () => {
    const deep = `${'<w:ins>'.repeat(50_000)}${paragraph('甲')}${'</w:ins>'.repeat(50_000)}`;
    expect(await read({ 'word/document.xml': documentOf(deep) })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('save it again'),
    });
  });

  it('expands no entity but those of XML itself', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE x [<!ENTITY e0 "长"><!ENTITY f SYSTEM "file:///etc/hostname">${entities.join('')}]>`;
    const reading = await read({
      'word/document.xml': documentOf(paragraph('甲&amp;乙&e12;&f;。'), bomb),
    });
    expect(reading.ok && reading.text.length).toBeLessThan(100);
    expect(reading.ok && reading.text).toContain('甲&乙');
  });

  it('with attributes of megabytes is read for what it shows', async () => {
    const huge = 'x'.repeat(5_000_000);
    expect(
      await textOf({
        'word/document.xml': documentOf(
          paragraph(
            '甲',
            `<w:pPr><w:pStyle w:val="${huge}"/><w:outlineLvl w:val="${huge}"/></w:pPr>`,
          ),
        ),
      }),
    ).toBe('甲');
  });

  it('may lack all parts but its text, and have broken ones', async () => {
    expect(await textOf({ 'word/document.xml': documentOf(paragraph('甲', list(7, 99))) })).toBe(
      '甲',
    );
    expect(
      await textOf({
        'word/document.xml': documentOf(paragraph('甲', list(1))),
        'word/numbering.xml': '<w:numbering',
        'word/styles.xml': '',
        'word/footnotes.xml': 'not xml',
      }),
    ).toBe('甲');
    expect(await read({ 'word/styles.xml': `<w:styles ${NS}/>` })).toMatchObject({ ok: false });
  });

  it('whose styles build on each other in a circle is read', async () => {
    const style = (id: string, on: string) =>
      `<w:style w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${on}"/></w:style>`;
    expect(
      await textOf({
        'word/document.xml': documentOf(paragraph('甲', '<w:pPr><w:pStyle w:val="a"/></w:pPr>')),
        'word/styles.xml': `<w:styles ${NS}>${style('a', 'b')}${style('b', 'c')}${style('c', 'a')}</w:styles>`,
      }),
    ).toBe('甲');
  });

  it('does not grow by what stands before each number, nor by notes that are referred to often', async () => {
    const text = '第%1条'.repeat(100_000);
    const numbering = `<w:numbering ${NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const reference = '<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="2"/></w:r></w:p>';
    const note = '注'.repeat(100_000);
    const shown = await textOf({
      'word/document.xml': documentOf(
        paragraph('甲', list(1)).repeat(200) + reference.repeat(2000),
      ),
      'word/numbering.xml': numbering,
      'word/footnotes.xml': `<w:footnotes ${NS}><w:footnote w:id="2">${paragraph(note)}</w:footnote></w:footnotes>`,
    });
    expect(shown.length).toBeLessThan(500_000);
    expect(shown.split(note).length).toBe(2);
  });
});
