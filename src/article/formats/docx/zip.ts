import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What a document may unpack to, its pictures included. */
const UNPACKED = 64 * 1024 * 1024;

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
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'is encrypted; save it without a password';
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED) return BOMB;
      const keeps = wanted.test(entry.fileName);
      const content = await unpack(zip, entry, keeps);
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
