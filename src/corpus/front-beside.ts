import { type ReadBytes, readBytes } from './read-bytes.ts';

/** Bytes of the largest file of front matter beside another. */
const BESIDE_LIMIT = 20_000;

/** The front matter beside a file; no bytes where there is none. */
export function readBeside(dir: string, name: string | undefined): ReadBytes {
  if (name === undefined) return { ok: true, bytes: Buffer.alloc(0) };
  return readBytes(dir, name, BESIDE_LIMIT);
}

/** The front matter of a file beside, between the marks that it has within an article; '' where there is none. */
export function frontOf(beside: Buffer): string {
  if (beside.length === 0) return '';
  const yaml = beside
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n');
  return `---\n${yaml
    .replace(/^---\n/u, '')
    .trimEnd()
    .replace(/\n---$/u, '')}\n---\n`;
}
