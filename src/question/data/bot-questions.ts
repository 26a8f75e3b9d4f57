/** What a message says to the bot instead of asking the articles. */
export type BotQuestion = 'help' | 'thanks' | 'chatter' | 'articles' | 'outline';

const GREETING =
  '你好|您好|大家好|哈[喽啰罗]|嗨|在吗|早上好|上午好|中午好|下午好|晚上好|hi|hello|hey';
const THANKS =
  '(?:非常|十分|万分|太|真是)*(?:谢谢|多谢|感谢|谢了|谢啦|唔该晒?|thanks|thankyou|thx|辛苦|麻烦)(?:你|您|了|啦|哦|啊|呀|哈|晒|大家|alot|somuch|verymuch)*';
const CHATTER =
  '哈{2,}|呵{2,}|嘻{2,}|嘿{2,}|好(?:的|吧|滴|哒|嘞|啦|呀|啊|耶)?|嗯+|哦+|噢+|喔+|ok(?:ay)?|收到|明白|知道|懂|了解|清楚|厉害|不错|(?:太|真|很|好)(?:好|棒|强|厉害|牛)|赞|没(?:事|问题)|再见|拜拜|晚安|不用|算|原来如此|原来是这样|是的|对的|6{2,}|haha(?:ha)*|lol|cool|great|nice|good|wow|bye|goodbye|yes|no';
/** A message that is made of nothing else, each run as often as it likes: 好的好的，谢谢啦. */
const only = (words: string) => new RegExp(`^(?:(?:${words})(?:了|啊|呀|啦|哦|喔|哈|吧)*)+$`);

/** The document that is meant, as it is called where it is in plain sight. */
const DOCUMENT = '文章|报道|新闻|报告|文件|文档|公告|通知|公报|资料|材料|稿子|稿件|文';
const THIS = `(?:(?:这|那|该|此|本|上述|刚才那|上面那)(?:一)?(?:篇|份|个|条|则)?(?:${DOCUMENT})|这篇|那篇|全文|文章|文中|它)(?:里面?|中|里)?`;
const WHAT = '(?:什么|啥|哪些|哪几|咩)';
const CONTENT =
  '(?:(?:主要|核心|大概|大致|基本|重点)的?)*(?:内容|大意|要点|重点|主旨|中心思想|梗概|摘要|概要|提纲|大纲|结构|主题)';
const SAYS = '(?:讲|说|写|谈|介绍|报道|讨论|讲述|涉及|涵盖|包括|包含)';
const ASKS_CONTENT = `(?:(?:主要|大概|大致|到底|都|究竟|具体|是|在)*${SAYS}(?:了|的|到|的是|的都是|过|着|些|点)*${WHAT}(?:事情?|内容|方面|东西)*|(?:都|主要)?有${WHAT}(?:主要)?内容|的?${CONTENT}(?:是|有|包括)?(?:${WHAT})?|讲咩)`;
const SUM_UP = '(?:总结|概括|概述|归纳|摘要|梳理|简述|复述|整理|提炼)';

/**
 * Messages to the bot, over normalised text without marks and spaces, the first that fits. Each is the
 * whole message, for 主要内容 of a law or 总结 of a meeting may well be what an article tells.
 */
export const BOT_QUESTIONS: readonly {
  readonly kind: BotQuestion;
  readonly pattern: RegExp;
  readonly example: string;
}[] = [
  {
    kind: 'help',
    pattern: new RegExp(
      `^(?:/?(?:help|start)|帮助|怎么用|(?:怎么|如何)使用|使用(?:说明|方法)|(?:${GREETING})+[呀啊]?|你们?(?:到底)?(?:是|系)(?:谁|什么|机器人|边个|咩)(?:人|东西|机器人)?[呀啊]?|你叫(?:什么|咩)(?:名字?)?|你?(?:有|是)(?:什么|哪些)(?:功能|用处?)|你(?:能|可以|会|识)(?:帮我)?(?:做|干|回答|查|答)?(?:些|点)?(?:什么|啥|嘛|咩|哪些)(?:问题|事情?)?|(?:我)?(?:能|可以)问(?:你)?(?:些|点)?(?:什么|啥|咩|哪些)(?:问题)?|介绍一?下你?自己|你?自我介绍(?:一下)?|whoareyou|whatareyou|what(?:can|do)youdo|whatcaniask(?:you)?|howdo(?:es)?(?:ithis|iuse(?:this|it)|thiswork|ituse|itwork)|areyouabot)$`,
    ),
    example: '你能做什么',
  },
  { kind: 'chatter', pattern: only(CHATTER), example: '哈哈' },
  { kind: 'thanks', pattern: only(`${CHATTER}|${THANKS}`), example: '谢谢' },
  {
    kind: 'articles',
    pattern: new RegExp(
      `^(?:(?:你|您|这里|这儿|库里?|里面|现在|目前|一共|总共|都|能查|可以查|收录|知道|读过|看过)*(?:有|收录了?|了)?(?:哪些|什么|啥|咩|多少篇?|几多篇?|几篇|哪几篇)(?:${DOCUMENT})(?:可以?)?(?:看|问|查|读)?|(?:列出|显示|看看|查看)(?:一下)?(?:所有|全部)?的?(?:文章|资料|文档)(?:列表|目录|清单)?|(?:文章|资料|文档)(?:列表|目录|清单)|(?:what|which)(?:articles|documents|texts)(?:arethere|doyou(?:have|know))?|list(?:all|the)*(?:articles|documents))$`,
    ),
    example: '有哪些文章',
  },
  {
    kind: 'outline',
    pattern: new RegExp(
      `^(?:(?:请|帮我?|给我|能|可以|能不能|麻烦|简单|简要|大致|你)*${SUM_UP}(?:一下|下)?(?:${THIS})?(?:的)?(?:${CONTENT})?[吗吧呢]?|(?:请|帮我?|给我)*(?:列出?|抓|划|画)(?:一下|下)?(?:${THIS})?的?${CONTENT}|(?:简单|简要|大致|请)*(?:介绍|讲讲|说说|讲|说)(?:一下|下)?(?:${THIS})(?:的)?(?:${CONTENT})?|(?:${THIS})?(?:${ASKS_CONTENT})|(?:${THIS})${SUM_UP}(?:一下|下)?|what(?:is|s)(?:this|the)(?:article|report|document|text)about|what(?:is|s)(?:it|this)about|what(?:doesthis|doesthe)(?:article|report|document|text)say|summari[sz]e(?:(?:this|the)(?:article|report|document|text)|it|this)?|(?:givemea|a)?summary|outline|tldr)$`,
    ),
    example: '这篇文章讲了什么',
  },
];

/** What stands behind an article's title where its contents are asked for. */
export const ASKS_OUTLINE = new RegExp(
  `^(?:这篇|那篇|一文|这份|这个|这则|这条)?(?:${DOCUMENT})?(?:里面?|中|里)?(?:${ASKS_CONTENT}|${SUM_UP}(?:一下|下)?)$`,
);
/** An article by what it is about: 滨江科技那篇讲了什么, 关于滨江科技的那篇报道总结一下. */
export const TOPIC_ASKED_FOR = new RegExp(
  `^(?:关于|讲|说)?(?<topic>.{2,20}?)的?(?:那|这)一?[篇条则份](?:${DOCUMENT})?(?:里面?|中|里)?(?:${ASKS_CONTENT}|${SUM_UP}(?:一下|下)?)$`,
);
/** An article by its title, or most of it, without marks: 滨江科技一年间讲了什么. An event that a title names has a theme of its own. */
export const TITLE_ASKED_FOR = new RegExp(
  `^(?<topic>.{5,40}?)(?:里面?|中|里)?(?!的?主题)${ASKS_CONTENT}$`,
);
/** What stands before it. */
export const ASKS_TO_SUM_UP = new RegExp(`^(?:请|帮我?|给我|简单|简要)*${SUM_UP}(?:一下|下)?$`);
