import { describe, expect, it } from 'vitest';
import { createMiniSearch } from '../../src/search/minisearch.ts';
import type { SearchEngine } from '../../src/search/types.ts';

/** What every engine must do: a further engine is added to this list. */
const ENGINES: readonly [name: string, create: () => SearchEngine][] = [
  ['minisearch', createMiniSearch],
];

describe.each(ENGINES)('%s', (name, create) => {
  const filled = () => {
    const engine = create();
    engine.index([
      { id: 0, terms: ['技术', '合同', '成交额'] },
      { id: 1, terms: ['技术', '创新', '创新'] },
      { id: 2, terms: ['_沪浙', '_浙皖', '9300'] },
    ]);
    return engine;
  };

  it('says its name and size', () => {
    expect(create()).toMatchObject({ name, size: 0 });
    expect(filled().size).toBe(3);
  });

  it('finds the documents that hold a term, the rarer term first', () => {
    expect(
      filled()
        .search(['技术', '成交额'], 5)
        .map(({ id }) => id),
    ).toEqual([0, 1]);
  });

  it('keeps terms as they are', () => {
    expect(filled().search(['_浙皖'], 5)).toHaveLength(1);
    expect(filled().search(['浙皖'], 5)).toEqual([]);
  });

  it('returns no more than asked for, and nothing for nothing', () => {
    expect(filled().search(['技术'], 1)).toHaveLength(1);
    expect(filled().search([], 5)).toEqual([]);
    expect(filled().search(['技术'], 0)).toEqual([]);
    expect(filled().search(['没有'], 5)).toEqual([]);
  });

  it('breaks ties by id', () => {
    const engine = create();
    engine.index([3, 1, 2].map((id) => ({ id, terms: ['同'] })));
    expect(engine.search(['同'], 3).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('does not reward a document for its number of matched terms', () => {
    const engine = create();
    engine.index([
      { id: 0, terms: ['甲'] },
      { id: 1, terms: ['乙', '丙'] },
      { id: 2, terms: ['乙', '丙'] },
      { id: 3, terms: ['乙', '丙'] },
    ]);
    const [best] = engine.search(['甲', '乙', '丙'], 1);
    expect(best?.id).toBe(0);
  });

  it('can be written as JSON', () => {
    expect(() => JSON.stringify(filled().snapshot())).not.toThrow();
  });
});
