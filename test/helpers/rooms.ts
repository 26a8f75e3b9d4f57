/** The rooms of `src` from the top down; rooms in one row do not know each other. */
const ROWS: readonly (readonly string[])[] = [
  ['chat', 'indexer', 'evaluation'],
  ['bot'],
  ['answer'],
  ['question'],
  ['knowledge'],
  ['search'],
  ['reply', 'duplicates', 'store'],
  ['figures', 'corpus'],
  ['article'],
  ['language'],
  ['sqlite'],
  ['util'],
];
const ROOMS = ROWS.flat();

/** Rooms that may import only the rooms named, of those below them. */
const IMPORTS_ALONE: Readonly<Record<string, readonly string[]>> = {
  evaluation: ['reply', 'util'],
};
/** Rooms that only the rooms named may import, of those above them. */
const IMPORTED_ALONE: Readonly<Record<string, readonly string[]>> = {
  sqlite: ['store', 'search', 'indexer'],
};

/** The sub-rooms of `src/answer`, from the top down. */
const ANSWER_ROWS: readonly (readonly string[])[] = [
  ['compose'],
  ['select'],
  ['reader', 'model', 'suggest'],
  ['highlight'],
  ['rank'],
  ['spans'],
];
/** Files of `src/answer` itself, which stand above its sub-rooms. */
const ANSWER_FILES = ['answer', 'retrieve', 'suggested-questions'].map((file) => `../${file}.ts`);

/** Packages that speak to a service. */
const SERVICE_CLIENTS = [
  'grammy',
  '@grammyjs/**',
  'discord.js',
  '@discordjs/**',
  'hono',
  'hono/**',
  '@hono/**',
  'openai',
  'pg',
  'pg-*',
  'ws',
  'undici',
];
/** The files of `src` that may import one, by their room; `openai-reader` of `answer` beside them. */
const SERVICE_FILES: Readonly<Record<string, readonly string[]>> = {
  search: ['src/search/engines/**'],
  store: ['src/store/*-store.ts'],
  bot: ['src/bot/*-conversations.ts'],
};

/** Rooms that find out, and leave the wording of it to `answer/compose` and `chat`. */
const WORDLESS = ['search', 'knowledge', 'question', 'bot'];
const WORDLESS_IN_ANSWER = ['spans', 'rank', 'highlight', 'reader', 'model', 'select'];

const PLATFORMS = ['telegram', 'discord', 'web'];
/** What a platform's adapter may import of `src`. */
const FOR_PLATFORMS = ['chat', 'util'];

const SEE = 'see ARCHITECTURE.md.';

interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

/** The overrides of biome.json that hold the rules of the rooms. Of two that fit a file, the later one counts. */
export function roomOverrides() {
  return [
    ...ROOMS.map((room) =>
      override([`src/${room}/**`], [notBelow(room), noService(), ...noWording(WORDLESS, room)]),
    ),
    ...Object.entries(SERVICE_FILES).map(([room, files]) =>
      override(files, [notBelow(room), ...noWording(WORDLESS, room)]),
    ),
    ...ANSWER_ROWS.flat().map((room) => override([`src/answer/${room}/**`], answerPatterns(room))),
    override(
      ['src/answer/reader/openai-reader.ts'],
      [notBelow('answer'), notBelowInAnswer('reader'), ...noWording(WORDLESS_IN_ANSWER, 'reader')],
    ),
    ...PLATFORMS.map((platform) => override([`adapters/${platform}/**`], [notOf(platform)])),
  ];
}

function override(includes: readonly string[], patterns: readonly Pattern[]) {
  return {
    includes,
    linter: {
      rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } },
    },
  };
}

function notBelow(room: string): Pattern {
  const alone = IMPORTS_ALONE[room];
  const mayImport = (other: string) =>
    other === room ||
    (rowOf(ROWS, other) > rowOf(ROWS, room) &&
      (alone?.includes(other) ?? true) &&
      (IMPORTED_ALONE[other]?.includes(room) ?? true));
  const others = [...ROOMS.filter((other) => !mayImport(other)), 'adapters', 'test'];
  // `#data/` stands for the data of `src/language`
  const data = mayImport('language') ? [] : ['#data/**'];
  return {
    group: [...others.map(inside), ...data],
    message: `src/${room} imports only from the rooms below it: ${SEE}`,
  };
}

function noService(): Pattern {
  return {
    group: SERVICE_CLIENTS,
    message: `Clients of services stand in adapters, search/engines, store and answer/reader: ${SEE}`,
  };
}

function noWording(rooms: readonly string[], room: string): readonly Pattern[] {
  if (!rooms.includes(room)) return [];
  return [
    {
      group: ['**/reply/messages/**'],
      message:
        'What is ours to say is worded in src/answer/compose and src/chat: return a reason with its facts.',
    },
  ];
}

function answerPatterns(room: string): readonly Pattern[] {
  return [
    notBelow('answer'),
    noService(),
    notBelowInAnswer(room),
    ...noWording(WORDLESS_IN_ANSWER, room),
  ];
}

function notBelowInAnswer(room: string): Pattern {
  const others = ANSWER_ROWS.flat().filter(
    (other) => other !== room && rowOf(ANSWER_ROWS, other) <= rowOf(ANSWER_ROWS, room),
  );
  return {
    group: [...others.map(inside), ...ANSWER_FILES],
    message: `Within src/answer, ${room} imports only what stands below it: compose, select, reader or model or suggest, highlight, rank, spans.`,
  };
}

function notOf(platform: string): Pattern {
  const rooms = ROOMS.filter((room) => !FOR_PLATFORMS.includes(room));
  const others = [...PLATFORMS, 'terminal'].filter((other) => other !== platform);
  return {
    group: [
      ...rooms.map((room) => `**/src/${room}/**`),
      '**/src/index.ts',
      ...others.map(inside),
      '../main.ts',
      '../bots.ts',
      '**/test/**',
    ],
    message: `adapters/${platform} imports chat, util and adapters/common alone: ${SEE}`,
  };
}

/** The place of the row that a room stands in: the greater, the lower. */
function rowOf(rows: readonly (readonly string[])[], room: string): number {
  return rows.findIndex((row) => row.includes(room));
}

function inside(room: string): string {
  return `**/${room}/**`;
}

/** Unlike files that a folder may hold. */
const MOST_FILES = 20;
/** Folders whose files are all of the kind that their name says: as many as there are of it. */
const OF_ONE_KIND = /(?:^|\/)(?:data|recognizers)$/;

/** The folders of a list of paths that hold more unlike files than a reader takes in at one sight. */
export function crowdedFolders(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) =>
    count > MOST_FILES && !OF_ONE_KIND.test(folder) ? [`${folder} holds ${count} files`] : [],
  );
}
