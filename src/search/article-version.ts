import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import { tagOf } from '../store/value-tag.ts';

/**
 * Gives each article a version: a hash of all that its index entries are made from. The words that
 * other articles teach jieba are not part of it, so an article is not cut anew when another article
 * brings a name.
 */
export function createVersions(): (article: Article) => string {
  const tag = tagOf('index');
  const known = new WeakMap<Article, string>();
  return (article) => {
    let version = known.get(article);
    if (version === undefined) {
      version = createHash('sha1').update(`${tag}\n${article.digest}`).digest('hex');
      known.set(article, version);
    }
    return version;
  };
}
