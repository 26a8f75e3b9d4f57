/** Kinds of article, as regex source; a year and one of these name an article. */
export const KINDS_OF_ARTICLE =
  '报告|公报|年报|季报|白皮书|蓝皮书|公告|通报|决算|预算|文章|报道|新闻|讲话|文件|消息';

/** Kinds that the article's title need not contain: every article may be called one. */
export const ANY_KIND = /^(?:一?[篇份则条个])?(?:报告|文章|报道|新闻|文件|消息)$/;

/** Words behind the name of a paper that is quoted, as regex source: 东方网报道, 新华社的消息说. */
export const QUOTED_AS = '的?(?:报道|文章|消息|新闻|说法|说|称|指出|提到|提出|透露)';
