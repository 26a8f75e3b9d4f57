import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../../src/search/engine.ts';
import { createSqlite } from '../../../src/search/engines/sqlite.ts';
import { articleOf } from '../corpus.ts';

/** Scores by document, rounded: engines that were filled in another order add up in another order. */
async function scores(engine: SearchEngine, terms: readonly string[]): Promise<string[]> {
  const hits = await engine.search(terms, 5000);
  return hits.map(({ article, place, score }) => `${article} ${place} ${score.toFixed(6)}`).sort();
}

describe('an index that changes again and again', () => {
  it('scores as if filled anew once more documents have gone than are left', async () => {
    const database = new Sqlite(':memory:');
    const engine = createSqlite(database);
    const article = (id: number, round: number) =>
      articleOf(`a${id}`, [`技术 ${round} 甲${id}`, `合同 技术 技术 ${round}`], String(round));
    const rows = () => database.prepare('SELECT max(first) FROM article').pluck().get() as number;
    let highest = 0;
    let wasRewritten = false;
    for (let round = 0; round < 14; round += 1) {
      const ids = Array.from({ length: 100 }, (_, id) => id);
      await engine.update(
        round === 0 ? [] : ids.map((id) => `a${id}`),
        ids.map((id) => article(id, round)),
      );
      wasRewritten ||= rows() < highest;
      highest = rows();
    }
    expect(wasRewritten).toBe(true);
    const fresh = createSqlite(new Sqlite(':memory:'));
    await fresh.update(
      [],
      Array.from({ length: 100 }, (_, id) => article(id, 13)),
    );
    for (const terms of [['技术'], ['合同', '13'], ['甲7'], ['12']])
      expect(await scores(engine, terms)).toEqual(await scores(fresh, terms));
    expect(await engine.searchPhrase(['合同', '技术'], 3)).toEqual(
      await fresh.searchPhrase(['合同', '技术'], 3),
    );
  });

  it('keeps a term of very many documents in several rows', async () => {
    const database = new Sqlite(':memory:');
    const engine = createSqlite(database);
    // counts above one take two bytes and more each
    const documents = Array.from({ length: 12_000 }, () => '常见 常见');
    for (const part of ['a', 'b', 'c', 'd'])
      await engine.update([], [articleOf(part, [...documents, `常见 稀${part}`])]);
    expect(database.prepare('SELECT count(*) FROM chunk').pluck().get()).toBeGreaterThan(0);
    expect(engine.documentFrequency('常见')).toBe(48_004);
    for (const part of ['a', 'b', 'c', 'd'])
      expect(await engine.search([`稀${part}`, '常见'], 1)).toMatchObject([
        { article: part, place: 12_000 },
      ]);
    await engine.update(['b'], []);
    expect(engine.documentFrequency('常见')).toBe(36_003);
    expect(await engine.search(['稀b'], 1)).toEqual([]);
  });

  it('names the corpus that it holds, until another is held', async () => {
    const engine = createSqlite(new Sqlite(':memory:'));
    expect(await engine.heldState?.()).toBeUndefined();
    await engine.update([], [articleOf('a', ['技术'])], { state: 'first' });
    expect(await engine.heldState?.()).toBe('first');
    await engine.update([], [articleOf('b', ['技术'])], { isPart: true });
    expect(await engine.heldState?.()).toBeUndefined();
  });

  it('looks names up by their beginnings and ends', async () => {
    const engine = createSqlite(new Sqlite(':memory:'));
    const named = (id: string, names: readonly string[]) => ({ ...articleOf(id, ['技术']), names });
    await engine.update([], [named('a', ['北京大学', '北方公司']), named('b', ['北京大学'])]);
    expect(engine.names?.from('北')).toEqual(['北京大学', '北方公司']);
    expect(engine.names?.from('北京')).toEqual(['北京大学']);
    expect(engine.names?.to('司')).toEqual(['北方公司']);
    expect(engine.names?.has('北方公司')).toBe(true);
    await engine.update(['a'], []);
    expect(engine.names?.from('北')).toEqual(['北京大学']);
    expect(engine.names?.has('北方公司')).toBe(false);
  });
});
