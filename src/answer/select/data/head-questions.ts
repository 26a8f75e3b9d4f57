import type { HeadField } from '../../../article/article.ts';

export interface HeadQuestion {
  readonly field: HeadField;
  /** Over normalised text. What it matches is taken out before the rest is looked at. */
  readonly pattern: RegExp;
  /** What must stand somewhere in the question besides. */
  readonly beside?: RegExp;
  /** What the line must say that is quoted; the question may then name the article by its title or file. */
  readonly said?: RegExp;
  readonly example: string;
}

const WHEN = /时候|时间|何时|哪天|哪年|哪一天|哪一年|哪个月|几月|几号|日期|\bwhen\b|\bdate\b/;
const WHO = /谁|哪位|哪几位|什么人|\bwho\b/;

/** What people ask about the article itself. In order: the first that matches. */
export const HEAD_QUESTIONS: readonly HeadQuestion[] = [
  { field: 'editor', pattern: /(?:责任)?编辑(?:者|人)?|责编|\beditor\b/, example: '责任编辑是谁' },
  {
    field: 'author',
    pattern: /作者|记者|撰稿人?|撰文者?|采写|\bauthors?\b/,
    example: '记者是谁',
  },
  {
    field: 'author',
    pattern: /(?:撰写|采写|写|报道|作|做)(?:出来)?(?:的|出)|\b(?:wrote|written)\b/,
    beside: WHO,
    example: '这篇报道是谁写的',
  },
  {
    field: 'date',
    pattern:
      /(?:发布|发表|刊登|刊发|发稿|登载|见报|报道|发出|写|登|发|作|做)(?:出来|出)?(?:的|于)?(?:日期|时间)?|\b(?:published|written|released)\b/,
    beside: WHEN,
    example: '文章什么时候发布的',
  },
  {
    field: 'date',
    pattern: /(?:文章|报道|新闻|本文|这篇|稿件)的?(?:日期|时间)|\bpublication date\b/,
    example: '文章的日期',
  },
  {
    field: 'date',
    pattern: /(?:最后|最近|上次)?(?:更新|修订|修改)(?:的|于|过)?(?:日期|时间)?/,
    beside: WHEN,
    said: /更新|修订|修改/,
    example: '手册是什么时候更新的',
  },
  {
    field: 'source',
    pattern:
      /来源|出处|转载自?|(?:文章|报道|新闻|本文|这篇.?|稿件)(?:是)?(?:出自|来自)|(?:哪家|哪个|什么)(?:媒体|报纸|网站|报社|公众号|平台)(?:的|报道|发布|发表|刊登|推送|发)*|\bsource\b/,
    example: '来源是哪里',
  },
  {
    field: 'occasion',
    pattern:
      /(?:在|于)?(?:什么|哪个|哪次|哪场|哪一次|何种)(?:会议|大会|会|场合)(?:上)?(?:作|做|发表|宣读|讲)?(?:的|了)?/,
    example: '这篇报告是在什么会议上作的',
  },
  { field: 'title', pattern: /标题|题目|题名|\btitle\b|\bheadline\b/, example: '文章标题是什么' },
  { field: 'url', pattern: /(?:原文)?(?:链接|网址)|\burl\b|\blink\b/, example: '原文链接' },
];

/**
 * Words for the article itself: beside them a question about its head says nothing more. 这份规程 is the
 * article, 规程 alone may be what it tells of.
 */
export const ARTICLE_WORDS =
  /(?:这|本|该|此)一?(?:篇|则|条|份|个|项|部)?(?:通知|公告|通告|公报|通报|规程|办法|规定|制度|手册|方案|预案|章程|条例|细则|规则|守则|须知|指南|简章|说明书?|简报|纪要|文件|文档)|(?:这|那|本|该|此|上述)?(?:一)?(?:篇|则|条|份)?(?:的)?(?:文章|文|报道|新闻|稿件|稿子|稿|通讯|消息|报告|帖子|资讯)|这篇|那篇|本篇|\b(?:this|article|news|report|story|it|by)\b/g;
