import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import { codeVersion } from '../store/code-version.ts';

/**
 * Gives each article a version: a hash of all that its index is made from. The words taught to jieba
 * by other articles are not part of it, so an article is not cut anew when another brings a name.
 */
export function createVersions(): (article: Article) => string {
  const code = codeVersion('language', 'search');
  const known = new WeakMap<Article, string>();
  return (article) => {
    let version = known.get(article);
    if (version === undefined) {
      version = createHash('sha1').update(`${code}\n${article.digest}`).digest('hex');
      known.set(article, version);
    }
    return version;
  };
}
