import { createHash } from 'node:crypto';
import type { Article } from '../article/types.ts';
import { analyse } from './analyse.ts';

/** What `src/language` treats in ways of its own, so that a change there changes the versions. */
const PROBE =
  '2022年，長三角技術合同成交額超１.8万亿元，9,300项；COVID-19研究院、国创中心一百四十八家，同比增长8.6%。';

/**
 * Gives each article a version: a hash of all that its index is made from. The words taught to jieba
 * by other articles are not part of it, so an article is not cut anew when another brings a name.
 */
export function createVersions(): (article: Article) => string {
  const probe = analyse(PROBE).terms.join(' ');
  const known = new WeakMap<Article, string>();
  return (article) => {
    const before = known.get(article);
    if (before !== undefined) return before;
    const { title, text, paragraphs } = article;
    const hash = createHash('sha1').update(`${probe}\n${title}\n`);
    for (const { span, heading = '' } of paragraphs)
      hash.update(`${span.start} ${span.end} ${heading}\n`);
    const version = hash.update(text).digest('hex');
    known.set(article, version);
    return version;
  };
}
