import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What a document may unpack to, its pictures included. */
const UNPACKED = 64 * 1024 * 1024;

/**
 * Tags of the parts that are read: each becomes an object of some hundred bytes. A book of 500 pages
 * has fewer, with every change of its editing kept.
 */
const TAGS = 600_000;
const TAG = '<'.charCodeAt(0);

const TANGLED = `holds more than ${TAGS} tags and is no article; save its text alone`;
const BROKEN = 'is no .docx, or broken; open it and save it again as .docx';
const BOMB = `holds more than ${UNPACKED / 1024 / 1024} MB when unpacked; save its text alone`;

/**
 * The parts of a zip archive whose names `wanted` matches, or what is wrong with it. Every part is
 * unpacked once, the others to nowhere: the sizes that an archive states need not be true, and yauzl
 * stops where one is passed.
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: RegExp,
): Promise<ReadonlyMap<string, string> | string> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes));
    const parts = new Map<string, string>();
    let unpacked = 0;
    let tags = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'is encrypted; save it without a password';
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED) return BOMB;
      const keeps = wanted.test(entry.fileName);
      const content = await unpack(zip, entry, keeps);
      tags += countTags(content);
      if (tags > TAGS) return TANGLED;
      if (keeps) parts.set(entry.fileName, content.toString('utf8'));
    }
    return parts;
  } catch {
    return BROKEN;
  }
}

/** Unpacks one part. @throws Error where it is broken or larger than it says */
async function unpack(zip: ZipFile, entry: Entry, keeps: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const write = (chunk: Buffer, _encoding: BufferEncoding, done: () => void) => {
    if (keeps) chunks.push(chunk);
    done();
  };
  await pipeline(await zip.openReadStreamPromise(entry), new Writable({ write }));
  return Buffer.concat(chunks);
}

function countTags(xml: Buffer): number {
  let tags = 0;
  for (let at = xml.indexOf(TAG); at >= 0; at = xml.indexOf(TAG, at + 1)) tags++;
  return tags;
}
