import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWaitingFiles, WAITING, type WaitingFiles } from '../../src/corpus/waiting-files.ts';
import { createPostgresWaitingFiles } from '../../src/store/postgres-waiting-files.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../helpers/shared-database.ts';

const file = (name: string, front?: string) => ({
  name,
  front,
  digest: 'd1',
  bytes: Buffer.from([0, 255, 10]),
});

/** What waiting files do wherever they are. @param create opens those of one place anew */
function waitingFilesContract(create: () => () => WaitingFiles): void {
  it('are found by their keys, by another process too, until they are dropped', async () => {
    const open = create();
    const key = await open().add(file('公报.txt', 'url: "x"\n'));
    const found = await open().find(key);
    expect(found).toMatchObject({ name: '公报.txt', front: 'url: "x"\n', digest: 'd1' });
    expect(Buffer.from(found?.bytes ?? [])).toEqual(file('').bytes);
    await open().drop(key);
    expect(await open().find(key)).toBeUndefined();
  });

  it('have another key each, and the same one when they come again', async () => {
    const files = create()();
    const keys = [
      await files.add(file('a.txt')),
      await files.add(file('b.txt')),
      await files.add(file('a.txt', '')),
    ];
    expect(new Set(keys).size).toBe(2);
    expect(await files.add(file('a.txt'))).toBe(keys[0]);
    expect((await files.find(keys[1] ?? 0))?.front).toBeUndefined();
  });

  it('give way to newer ones', async () => {
    const files = create()();
    const first = await files.add(file('0.txt'));
    for (let number = 1; number <= WAITING; number++) await files.add(file(`${number}.txt`));
    expect(await files.find(first)).toBeUndefined();
    expect(await files.find(await files.add(file('1.txt')))).toMatchObject({ name: '1.txt' });
  });
}

describe('files that wait in a folder', () => {
  waitingFilesContract(() => {
    const folder = join(mkdtempSync(join(tmpdir(), 'yuanwen-waiting-')), 'incoming');
    return () => folderWaitingFiles(folder);
  });
});

describe.skipIf(!HAS_POSTGRES)('files that wait in PostgreSQL', () => {
  let shared: SharedDatabase;
  let tenants = 0;
  beforeAll(async () => {
    shared = await startSharedDatabase();
  });
  afterAll(() => shared?.end());

  waitingFilesContract(() => {
    const database = shared.connect(`w${++tenants}`);
    return () => createPostgresWaitingFiles(database);
  });

  it('wait for a day, of one tenant alone', async () => {
    const [database, other] = [shared.connect('day'), shared.connect('night')];
    const files = createPostgresWaitingFiles(database);
    const key = await files.add(file('old.txt'));
    expect(await createPostgresWaitingFiles(other).find(key)).toBeUndefined();
    await database.query("UPDATE waiting_file SET at = at - interval '25 hours'");
    await files.add(file('new.txt'));
    expect(await files.find(key)).toBeUndefined();
  });
});
