import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { crowdedFolders, roomOverrides } from './helpers/rooms.ts';

const BIOME = resolve('node_modules/.bin/biome');

/** An override of biome.json, as far as it is looked at here. */
interface Override {
  readonly linter: { readonly rules: { readonly style: object } };
}

const isOfRoom = ({ linter }: Override) => 'noRestrictedImports' in linter.rules.style;

it('biome.json holds the rules of the rooms, and ROOMS=write puts them there', () => {
  const config = JSON.parse(readFileSync('biome.json', 'utf8'));
  if (process.env['ROOMS'] === 'write') {
    const others = config.overrides.filter((one: Override) => !isOfRoom(one));
    const written = { ...config, overrides: [...others, ...roomOverrides()] };
    writeFileSync('biome.json', JSON.stringify(written, undefined, 2));
    spawnSync(BIOME, ['format', '--write', 'biome.json']);
    return;
  }
  expect(config.overrides.filter(isOfRoom)).toEqual(roomOverrides());
});

/** Files that break a rule, each with what Biome says of it. */
const OFFENDING: readonly (readonly [
  what: string,
  file: string,
  text: string,
  rule: string,
  message: string,
])[] = [
  [
    'an import that runs up',
    'src/figures/upward.ts',
    "import { bot } from '../bot/bot.ts';\nexport const up = bot;\n",
    'style/noRestrictedImports',
    'src/figures imports only from the rooms below it',
  ],
  [
    'an import that runs up when it is needed',
    'src/article/formats/lazy.ts',
    "export const up = () => import('../../store/file-names.ts');\n",
    'style/noRestrictedImports',
    'src/article imports only from the rooms below it',
  ],
  [
    'a type that runs up',
    'src/language/type.ts',
    "import type { Bot } from '../bot/bot.ts';\nexport type Up = Bot;\n",
    'style/noRestrictedImports',
    'src/language imports only from the rooms below it',
  ],
  [
    'a room beside',
    'src/corpus/beside.ts',
    "import { beside } from '../figures/extract.ts';\nexport const other = beside;\n",
    'style/noRestrictedImports',
    'src/corpus imports only from the rooms below it',
  ],
  [
    'SQLite outside its rooms',
    'src/knowledge/sqlite.ts',
    "import { open } from '../sqlite/sealed-file.ts';\nexport const other = open;\n",
    'style/noRestrictedImports',
    'src/knowledge imports only from the rooms below it',
  ],
  [
    'an evaluation that looks into the answer',
    'src/evaluation/inside.ts',
    "import { answer } from '../answer/answer.ts';\nexport const other = answer;\n",
    'style/noRestrictedImports',
    'src/evaluation imports only from the rooms below it',
  ],
  [
    'a test in the product',
    'src/util/tested.ts',
    "import { articleOf } from '../../test/helpers/article.ts';\nexport const other = articleOf;\n",
    'style/noRestrictedImports',
    'src/util imports only from the rooms below it',
  ],
  [
    'a sub-room of answer that looks up',
    'src/answer/rank/upward.ts',
    "import { select } from '../select/select-sentence.ts';\nexport const up = select;\n",
    'style/noRestrictedImports',
    'Within src/answer, rank imports only what stands below it',
  ],
  [
    'a reader beside the model',
    'src/answer/reader/beside.ts',
    "import { MODEL } from '../model/model.ts';\nexport const other = MODEL;\n",
    'style/noRestrictedImports',
    'Within src/answer, reader imports only what stands below it',
  ],
  [
    'a step that composes',
    'src/answer/compose/root.ts',
    "import { answer } from '../answer.ts';\nexport const up = answer;\n",
    'style/noRestrictedImports',
    'Within src/answer, compose imports only what stands below it',
  ],
  [
    'a platform that imports the core',
    'adapters/telegram/core.ts',
    "import { bot } from '../../src/bot/bot.ts';\nexport const core = bot;\n",
    'style/noRestrictedImports',
    'adapters/telegram imports chat, util and adapters/common alone',
  ],
  [
    'a platform that imports another',
    'adapters/discord/other.ts',
    "import { bot } from '../telegram/bot.ts';\nexport const other = bot;\n",
    'style/noRestrictedImports',
    'adapters/discord imports chat, util and adapters/common alone',
  ],
  [
    'a client of a service in a pure room',
    'src/question/service.ts',
    "import OpenAI from 'openai';\nexport const client = new OpenAI();\n",
    'style/noRestrictedImports',
    'Clients of services stand in adapters',
  ],
  [
    'a client of a service beside the engines',
    'src/search/service.ts',
    "import pg from 'pg';\nexport const client = pg;\n",
    'style/noRestrictedImports',
    'Clients of services stand in adapters',
  ],
  [
    'a circle',
    'src/reply/circle-a.ts',
    "import { b } from './circle-b.ts';\nexport const a = () => b;\n",
    'suspicious/noImportCycles',
    'part of a cycle',
  ],
  [
    'a circle of types',
    'src/chat/types-a.ts',
    "import type { B } from './types-b.ts';\nexport type A = B | 1;\n",
    'suspicious/noImportCycles',
    'part of a cycle',
  ],
];

/** Files that break none: what the ones above import, and the places where a service may stand. */
const SOUND: Readonly<Record<string, string>> = {
  'src/bot/bot.ts': 'export const bot = 1;\nexport type Bot = typeof bot;\n',
  'src/reply/circle-b.ts': "import { a } from './circle-a.ts';\nexport const b = () => a;\n",
  'src/chat/types-b.ts': "import type { A } from './types-a.ts';\nexport type B = A | 2;\n",
  'src/search/engines/postgres.ts': "import pg from 'pg';\nexport const client = pg;\n",
  'src/store/postgres-article-store.ts': "import pg from 'pg';\nexport const client = pg;\n",
  'src/bot/postgres-conversations.ts': "import pg from 'pg';\nexport const client = pg;\n",
  'src/answer/reader/openai-reader.ts': "import OpenAI from 'openai';\nexport const ai = OpenAI;\n",
  'src/search/sound.ts':
    "import { open } from '../sqlite/sealed-file.ts';\nexport const s = open;\n",
  'src/answer/sound.ts': "import { s } from './select/select.ts';\nexport const select = s;\n",
  'adapters/web/sound.ts': "import { c } from '../../src/chat/card.ts';\nexport const card = c;\n",
};

/** What Biome reports, as far as it is looked at here. */
interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
  readonly message: string;
}

describe('biome check', () => {
  let said: readonly { file: string; category: string; message: string }[] = [];

  beforeAll(() => {
    const home = mkdtempSync(join(tmpdir(), 'yuanwen-rooms-'));
    copyFileSync('biome.json', join(home, 'biome.json'));
    copyFileSync('.gitignore', join(home, '.gitignore'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(home, file)), { recursive: true });
      writeFileSync(join(home, file), text);
    };
    for (const [, file, text] of OFFENDING) write(file, text);
    for (const [file, text] of Object.entries(SOUND)) write(file, text);
    const { stdout, status } = spawnSync(
      BIOME,
      ['check', '--reporter=json', '--max-diagnostics=none'],
      { cwd: home, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    said = JSON.parse(stdout).diagnostics.map(({ category, location, message }: Diagnostic) => ({
      file: location.path,
      category,
      message,
    }));
  });

  it.each(OFFENDING)('fails on %s', (_, file, _text, rule, message) => {
    const own = said.filter((one) => one.file === file);
    expect(own).toEqual([
      { file, category: `lint/${rule}`, message: expect.stringContaining(message) },
    ]);
  });

  it.each(Object.keys(SOUND).filter((file) => !file.endsWith('-b.ts')))('lets %s pass', (file) => {
    expect(said.filter((one) => one.file === file)).toEqual([]);
  });
});

describe('a folder', () => {
  it('holds no more unlike files than a reader takes in at one sight', () => {
    const paths = ['src', 'adapters'].flatMap((root) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${parentPath}/${name}`),
    );
    expect(paths.length).toBeGreaterThan(100);
    expect(crowdedFolders(paths)).toEqual([]);
  });

  it('is named where it holds more, but for one of files of one kind', () => {
    const files = (folder: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${folder}/f${at}.ts`);
    expect(
      crowdedFolders([
        ...files('src/answer', 21),
        ...files('src/bot', 20),
        ...files('src/figures/data', 30),
        ...files('src/figures/recognizers', 30),
      ]),
    ).toEqual(['src/answer holds 21 files']);
  });
});
