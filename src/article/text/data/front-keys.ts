import type { HeadField } from '../../article.ts';

/** Keys of front matter that are read, in the writings people use; all others are passed over. */
export const FRONT_KEYS: Readonly<Record<string, HeadField | 'keep' | 'drop'>> = {
  title: 'title',
  标题: 'title',
  date: 'date',
  published: 'date',
  日期: 'date',
  发布日期: 'date',
  发布时间: 'date',
  publishdate: 'date',
  pubdate: 'date',
  created: 'date',
  source: 'source',
  来源: 'source',
  author: 'author',
  authors: 'author',
  作者: 'author',
  editor: 'editor',
  编辑: 'editor',
  url: 'url',
  link: 'url',
  链接: 'url',
  language: 'language',
  lang: 'language',
  语言: 'language',
  // lines that are the article's, or are not, against what the rules for furniture say
  keep: 'keep',
  保留: 'keep',
  drop: 'drop',
  去除: 'drop',
};
