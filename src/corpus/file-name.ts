/** UTF-16 units of the longest name that is made of a title, its ending apart. */
const LENGTH = 60;
/** Bytes of it: a character of Chinese takes three, and a number and an ending follow. */
const BYTES = 170;

/** What no file system, or not each of them, takes in a name, and what no eye would see. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** The name of a file, without its ending, for a page of that title and address. */
export function fileNameFor(title: string, url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const fromAddress = `${hostname} ${decoded(last).replace(/\.\w{1,5}$/u, '')}`;
  for (const words of [title, fromAddress]) {
    const name = fit(words);
    if (name !== '' && !DEVICE.test(name) && name.toLowerCase() !== 'readme') return name;
  }
  return 'page';
}

/** The name of a file that somebody sent, made fit for a folder of articles; '' where nothing is left of it. */
export function sentFileName(given: string): string {
  const [, stem = given, ending = ''] = /^(.*)(\.\w{1,5})$/su.exec(given) ?? [];
  const name = fit(stem);
  if (name === '' || DEVICE.test(name) || name.toLowerCase() === 'readme') return '';
  return `${name}${ending.toLowerCase()}`;
}

function fit(words: string): string {
  const plain = words
    .replace(UNFIT, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s~]+/u, '');
  let name = '';
  // by whole characters, as half of one is no name
  for (const character of plain) {
    const longer = name + character;
    if (longer.length > LENGTH || Buffer.byteLength(longer) > BYTES) break;
    name = longer;
  }
  return name.replace(/[.\s]+$/u, '');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
