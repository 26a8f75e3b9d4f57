import { createHash } from 'node:crypto';
import type { Article } from '../article/types.ts';
import { codeVersion } from '../state/code-version.ts';

/**
 * Gives each article a version: a hash of all that its index is made from. The words taught to jieba
 * by other articles are not part of it, so an article is not cut anew when another brings a name.
 */
export function createVersions(): (article: Article) => string {
  const code = codeVersion('language', 'search');
  return ({ digest }) => createHash('sha1').update(`${code}\n${digest}`).digest('hex');
}
