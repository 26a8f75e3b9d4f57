import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What a document may unpack to, its pictures included. */
const UNPACKED = 64 * 1024 * 1024;

const BROKEN = 'is no .docx, or broken; open it and save it again as .docx';
const BOMB = `holds more than ${UNPACKED / 1024 / 1024} MB when unpacked; save its text alone`;

/**
 * What is wrong with a zip archive; undefined where it may be unpacked. Every part is unpacked once,
 * to nowhere: the sizes that an archive states need not be true, and yauzl stops where one is passed.
 */
export async function checkZip(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes));
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'is encrypted; save it without a password';
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED) return BOMB;
      await drain(zip, entry);
    }
    return undefined;
  } catch {
    return BROKEN;
  }
}

/** Unpacks one part. @throws Error where it is broken or larger than it says */
async function drain(zip: ZipFile, entry: Entry): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(await zip.openReadStreamPromise(entry), nowhere);
}
