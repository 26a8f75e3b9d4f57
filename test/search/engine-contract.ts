import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchArticle, SearchEngine } from '../../src/search/engine.ts';
import { articleOf } from './corpus.ts';

const REPORT = articleOf('report', ['技术 合同 成交额', '技术 创新 创新']);
const NEWS = articleOf('news', ['_沪浙 _浙皖 9300']);

/** A few terms, so that documents share them; of all kinds that the language side makes, and worse. */
const TERM = fc.constantFrom(
  '合同',
  '_合同',
  '9300',
  '1.8',
  'covid-19',
  'a',
  'A',
  "o'brien",
  '𠮷',
  '"',
);
/** Terms of few characters, so that they begin alike. */
const ALIKE = fc.stringMatching(/^[_中A9-]{1,4}$/);
const DOCUMENTS = fc.array(
  fc.array(TERM, { minLength: 1, maxLength: 6 }).map((terms) => terms.join(' ')),
  { minLength: 1, maxLength: 4 },
);
const ARTICLES = fc.array(DOCUMENTS, { minLength: 1, maxLength: 5 });
/** Any term but of surrogates, which stand in no text by themselves. */
const ANY_TERM = fc.stringMatching(/^[^\s\uf8ff\ud800-\udfff]{1,8}$/u);

/** Scores by document, rounded: engines that were filled in another order add up in another order. */
async function scores(engine: SearchEngine, terms: readonly string[]) {
  const hits = await engine.search(terms, 100);
  return hits.map(({ article, place, score }) => `${article} ${place} ${score.toFixed(6)}`).sort();
}

/**
 * What every engine does, whatever is behind it: what `src/search/engine.ts` promises.
 * @param create makes an empty one
 * @param share of the random trials that are run, for an engine that takes its time
 */
export function engineContract(name: string, create: () => SearchEngine, share = 1): void {
  const runs = (count: number) => ({ numRuns: Math.ceil(count * share) });
  const filled = async (...articles: readonly SearchArticle[]) => {
    const engine = create();
    await engine.update([], articles);
    return engine;
  };
  const found = async (engine: SearchEngine, terms: readonly string[], limit = 5) =>
    (await engine.search(terms, limit)).map(({ article, place }) => [article, place]);

  it('says its name and size', async () => {
    expect(create()).toMatchObject({ name, size: 0 });
    expect(await filled(REPORT, NEWS)).toMatchObject({ name, size: 3 });
  });

  it('says which articles it holds, in which version and with which names', async () => {
    expect((await create().held()).size).toBe(0);
    const held = await (await filled(REPORT, articleOf('news', ['新闻'], '2'))).held();
    expect([...held.keys()].sort()).toEqual(['news', 'report']);
    expect(held.get('news')).toMatchObject({ version: '2', names: ['news公司'] });
  });

  it('finds the documents that hold a term, the rarer term first', async () => {
    expect(await found(await filled(REPORT, NEWS), ['技术', '成交额'])).toEqual([
      ['report', 0],
      ['report', 1],
    ]);
  });

  it('keeps terms as they are', async () => {
    const engine = await filled(REPORT, NEWS);
    expect(await found(engine, ['_浙皖'])).toEqual([['news', 0]]);
    expect(await found(engine, ['浙皖'])).toEqual([]);
  });

  it('returns no more than asked for, and nothing for nothing', async () => {
    const engine = await filled(REPORT, NEWS);
    expect(await found(engine, ['技术'], 1)).toHaveLength(1);
    expect(await found(engine, [])).toEqual([]);
    expect(await found(engine, ['技术'], 0)).toEqual([]);
    expect(await found(engine, ['没有'])).toEqual([]);
    expect(await found(create(), ['技术'])).toEqual([]);
  });

  it('breaks ties in the order taken in', async () => {
    const engine = await filled(
      articleOf('z', ['同', '同']),
      articleOf('a', ['同', '甲', '乙', '丙']),
    );
    expect(await found(engine, ['同'])).toEqual([
      ['z', 0],
      ['z', 1],
      ['a', 0],
    ]);
  });

  it('counts a repeated term of the question once', async () => {
    const engine = await filled(REPORT, NEWS);
    expect(await engine.search(['成交额', '成交额'], 5)).toEqual(
      await engine.search(['成交额'], 5),
    );
  });

  it('does not reward a document for its number of matched terms', async () => {
    const rest = Array.from({ length: 10 }, () => '丁');
    const engine = await filled(articleOf('a', ['甲', '乙 丙', '乙 丙', '乙 丙', ...rest]));
    expect(await found(engine, ['甲', '乙', '丙'], 1)).toEqual([['a', 0]]);
  });

  it('counts the documents that hold a term and a character', async () => {
    const engine = await filled(REPORT, NEWS);
    expect(['技术', '创新', '_浙皖', '浙皖'].map(engine.documentFrequency)).toEqual([2, 1, 1, 0]);
    expect(['技', '浙', '无'].map(engine.characterFrequency)).toEqual([2, 1, 0]);
  });

  it('lists the terms that begin alike, and the characters', async () => {
    const engine = await filled(REPORT, NEWS);
    expect(engine.terms('技')).toEqual(['技术']);
    expect([...engine.terms('_')].sort()).toEqual(['_沪浙', '_浙皖']);
    expect(engine.terms('_浙皖')).toEqual(['_浙皖']);
    expect(engine.terms('皖')).toEqual([]);
    expect([...engine.characters()].sort()).toEqual(
      [...new Set('技术合同成交额创新_沪浙皖9300')].sort(),
    );
    expect([create().terms(''), ...create().characters()]).toEqual([[]]);
  });

  it('lists all terms that begin alike and no others, whatever is in them', async () => {
    const beginning = fc.tuple(ANY_TERM, fc.nat({ max: 2 }));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.oneof(ALIKE, ANY_TERM), { minLength: 1, maxLength: 12 }),
        fc.array(beginning, { maxLength: 3 }),
        async (terms, others) => {
          const engine = await filled(articleOf('a', terms));
          const prefixes = [...terms.map((term) => [...term][0] ?? ''), ...terms, ''];
          for (const prefix of [...prefixes, ...others.map(([text, end]) => text.slice(0, end))])
            expect([...engine.terms(prefix)].sort()).toEqual(
              terms.filter((term) => term.startsWith(prefix)).sort(),
            );
        },
      ),
      runs(40),
    );
  });

  it('finds terms that stand one right behind the other', async () => {
    const engine = await filled(REPORT, articleOf('other', ['合同 技术', '技术 合同 合同']));
    const phrase = async (limit: number, ...terms: readonly string[]) =>
      (await engine.searchPhrase(terms, limit)).map(({ article, place }) => [article, place]);
    expect(await phrase(5, '技术', '合同')).toEqual([
      ['report', 0],
      ['other', 1],
    ]);
    expect(await phrase(1, '技术', '合同')).toEqual([['report', 0]]);
    expect(await phrase(5, '合同', '合同')).toEqual([['other', 1]]);
    expect(await phrase(5, '技术', '成交额')).toEqual([]);
    expect(await phrase(5, '技术', '没有')).toEqual([]);
    expect(await phrase(5, '成交额')).toEqual([['report', 0]]);
    expect(await phrase(5)).toEqual([]);
    expect(await phrase(0, '技术')).toEqual([]);
  });

  it('finds the very documents that hold a phrase, in the order taken in', async () => {
    const asked = fc.array(TERM, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        ARTICLES,
        asked,
        fc.integer({ min: 1, max: 6 }),
        async (articles, terms, limit) => {
          const engine = await filled(
            ...articles.map((documents, at) => articleOf(`x${at}`, documents)),
          );
          const holding = articles.flatMap((documents, at) =>
            documents.flatMap((text, place) =>
              ` ${text} `.includes(` ${terms.join(' ')} `)
                ? [{ article: `x${at}`, version: '1', place }]
                : [],
            ),
          );
          expect(await engine.searchPhrase(terms, limit)).toEqual(holding.slice(0, limit));
        },
      ),
      runs(60),
    );
  });

  it('takes an article out, with its counts', async () => {
    const engine = await filled(REPORT, NEWS);
    await engine.update(['report', 'unknown'], []);
    expect(engine.size).toBe(1);
    expect([...(await engine.held()).keys()]).toEqual(['news']);
    expect(await found(engine, ['技术', '9300'])).toEqual([['news', 0]]);
    expect(engine.documentFrequency('技术')).toBe(0);
    expect(engine.characterFrequency('技')).toBe(0);
    expect(engine.terms('技')).toEqual([]);
    expect([...engine.characters()]).not.toContain('技');
    expect(await engine.searchPhrase(['技术'], 5)).toEqual([]);
  });

  it('takes another version in for one taken out', async () => {
    const engine = await filled(REPORT, NEWS);
    await engine.update(['report'], [articleOf('report', ['预算 收入'], '2')]);
    expect(await found(engine, ['技术', '收入'])).toEqual([['report', 0]]);
    expect((await engine.held()).get('report')?.version).toBe('2');
  });

  it('finds each term by itself alone, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(ANY_TERM, { minLength: 1, maxLength: 8 }), async (terms) => {
        const engine = await filled(articleOf('a', terms));
        for (const [place, one] of terms.entries())
          expect(await found(engine, [one], terms.length)).toEqual([['a', place]]);
      }),
      runs(100),
    );
  });

  it('scores after any updates as if filled anew', async () => {
    await fc.assert(
      fc.asyncProperty(ARTICLES, ARTICLES, fc.array(TERM), async (before, after, asked) => {
        const engine = await filled(
          ...before.map((documents, at) => articleOf(`x${at}`, documents)),
        );
        const wanted = after.map((documents, at) => articleOf(`x${at}`, documents));
        await engine.update((await engine.held()).keys(), wanted.toReversed());
        const anew = await filled(...wanted);
        expect(await scores(engine, asked)).toEqual(await scores(anew, asked));
        // in the very order, too
        expect(engine.terms('')).toEqual(anew.terms(''));
        expect([...engine.characters()].sort()).toEqual([...anew.characters()].sort());
        for (const term of new Set(after.flat().join(' ').split(' ')))
          expect(engine.documentFrequency(term)).toBe(anew.documentFrequency(term));
      }),
      runs(40),
    );
  });
}
