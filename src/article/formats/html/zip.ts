import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What a document may unpack to, its pictures included. */
const UNPACKED = 64 * 1024 * 1024;

/**
 * Tags of its parts of XML: each becomes objects of some 500 bytes. A book of 500 pages has fewer,
 * with every change of its editing kept.
 */
const TAGS = 600_000;
const TAG = '<'.charCodeAt(0);

const TANGLED = `holds more than ${TAGS} tags and is no article; save its text alone`;
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
    let tags = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'is encrypted; save it without a password';
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED) return BOMB;
      tags += await countTags(zip, entry);
      if (tags > TAGS) return TANGLED;
    }
    return undefined;
  } catch {
    return BROKEN;
  }
}

/** Unpacks one part to nowhere; the number of its tags. @throws Error where it is broken or larger than it says */
async function countTags(zip: ZipFile, entry: Entry): Promise<number> {
  let tags = 0;
  const isXml = /\.(?:xml|rels)$/iu.test(entry.fileName);
  const counter = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (isXml) for (let at = chunk.indexOf(TAG); at >= 0; at = chunk.indexOf(TAG, at + 1)) tags++;
      done();
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), counter);
  return tags;
}
