import type { HeadField } from '../../../article.ts';

/**
 * The names under which a page's head says what it is, best first for each field: Open Graph, the
 * metadata that the State Council's standard for government sites asks for (国办发〔2017〕47号:
 * ArticleTitle, PubDate, ContentSource), Dublin Core, and what publishing systems write.
 */
export const PAGE_META: Readonly<Record<string, HeadField>> = {
  'og:title': 'title',
  articletitle: 'title',
  'twitter:title': 'title',
  'dc.title': 'title',
  'article:published_time': 'date',
  'og:release_date': 'date',
  pubdate: 'date',
  publishdate: 'date',
  publish_date: 'date',
  datepublished: 'date',
  'dc.date': 'date',
  'weibo:article:create_at': 'date',
  publishtime: 'date',
  publish_time: 'date',
  'apub:time': 'date',
  'dcterms.created': 'date',
  contentsource: 'source',
  source: 'source',
  'og:article:source': 'source',
  mediaid: 'source',
  'article:author': 'author',
  'og:article:author': 'author',
  author: 'author',
  'dc.creator': 'author',
  'og:site_name': 'source',
  sitename: 'source',
};
