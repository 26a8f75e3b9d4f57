import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract.ts';
import { lookupFigures } from '../../src/figures/lookup.ts';
import { openCorpus } from '../../src/indexer/open-corpus.ts';
import { openFigureTable } from '../../src/store/figure-table.ts';
import { stateFile } from '../../src/store/file-names.ts';

const home = mkdtempSync(join(tmpdir(), 'yuanwen-open-corpus-'));
const settings = { dir: join(home, 'corpus'), stateDir: join(home, 'state') };
const table = () => openFigureTable(stateFile(settings.stateDir, 'figures', settings.dir));
/** Enough text that articles are kept. */
const LINES = 12_000;

const open = () =>
  openCorpus(
    { ...settings, searchEngine: 'auto' },
    { problems: () => Promise.resolve(), warn: (line) => expect.unreachable(line) },
  );

function write(name: string, tons: number): void {
  const facts = `${name}水厂\n\n2024-03-05\n\n${name}水厂日供水${tons}吨。\n\n`;
  writeFileSync(
    join(settings.dir, `${name}.txt`),
    facts + '沿线居民的用水不受影响。\n'.repeat(LINES),
  );
}

beforeAll(() => {
  mkdirSync(settings.dir);
  for (const [name, tons] of [
    ['东河', 1000],
    ['西山', 2000],
  ] as const)
    write(name, tons);
});

describe('figures of a folder that is kept', () => {
  const asked = { words: ['日供水'] };

  it('are read from the articles until there is a table of all of them', async () => {
    const { corpus, figures, close } = await open();
    const all = corpus.articles.flatMap(extractFigures);
    expect(figures.find(asked)).toEqual(lookupFigures(all, asked));
    expect(figures.find(asked)).toMatchObject({ kind: 'found', figures: { length: 2 } });
    close();
  });

  it('are looked up in the table as soon as there is one', async () => {
    const { corpus, close } = await open();
    const filled = table();
    // so that it shows where they come from
    for (const article of corpus.articles)
      filled.put(
        article,
        extractFigures(article).map((figure) => ({ ...figure, qualifier: 'over' })),
      );
    filled.write();
    filled.close();
    close();
    const again = await open();
    const found = again.figures.find(asked);
    expect(found).toMatchObject({ figures: [{ qualifier: 'over' }, { qualifier: 'over' }] });
    again.close();
  });

  it('are read from the articles where one has changed since', async () => {
    write('西山', 2500);
    const { figures, close } = await open();
    const found = figures.find(asked);
    expect(found.kind === 'found' && found.figures.map(({ text }) => text)).toEqual([
      '1000吨',
      '2500吨',
    ]);
    close();
  });
});
