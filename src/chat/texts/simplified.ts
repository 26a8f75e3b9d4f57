import type { Texts } from './texts.ts';

export const SIMPLIFIED: Texts = {
  expired: '已过期，请重新提问。',
  voted: (mark) => `谢谢，记下了：${mark}`,
  reasons: { wrong: '错了', incomplete: '不全', notFound: '没找到', other: '其他' },
  whyDown: '哪里不好？',
  slowDown: '问得太快了，请稍等片刻再问。',
  forgotten:
    '已删除：你的对话、还没答的问题、你的赞和踩，还有问题和答案的对应。没答上来的问题不记是谁问的，分不出哪些是你的，到期自动删除。',
  privacy: (forget) => `我会存下：
• 你发来的问题：答完即从日志里清掉，最迟一天
• 上一轮对话：只在内存里，30分钟后作废
• 👍、👎：问题、段落、原因和时间；不记名，只有一个看不出是谁的编号，到期（默认30天）自动删除
• 没答上来或没把握的问题：只有问题和最接近的段落，不记是谁，到期（默认30天）自动删除
不存别的。管理员若接了语言模型，问题会交给它挑句子；此外不转给别人。发 ${forget} 可立即删除与你有关的记录。`,
  stranger: (id) => `抱歉，我只回答指定的人和群。想用的话，请把这个编号告诉管理员：${id}`,
  welcome:
    '大家好，我用文章的原话回答问题，文章没有说的就照实说没有。用 /ask 提问，或回复我的消息；不妨先点一个问题试试：',
  textOnly: '我只看得懂文字：请用一句话提问。',
  unanswered: (groups) =>
    groups === 0 ? '近来没有答不上来的问题。' : `近来没答上来的问题（${groups}组）：`,
  adminsOnly: '这个命令只给管理员用。',
  noArticle: '没有这篇文章，请从列出的文章里选。',
  previous: '‹ 上一条',
  next: '下一条 ›',
  wholeParagraph: '看原文段落',
  paragraphOf: (number) => `看原文${number}`,
  source: '原文 ↗',
  nearest: '最接近的段落',
  further: '还可以问',
  close: '收起',
  earlierPart: '‹ 前文',
  laterPart: '后文 ›',
  placeInList: (at, of) => `相关段落 ${at}/${of}`,
  partOfParagraph: (at, of) => `本段第${at}/${of}部分`,
  chart: '看图',
  oneFigure: '只有一个数字，一张图至少要两个。',
  statUsage:
    '用法：/stat 指标 [年份] [地方或单位]，例如“/stat 成交额 2022”；“/stat 图 成交额”画成图。',
  someMeasures: (measures) => `可查的指标：${measures.join('、')}`,
  noArticles: '还没有收文章。',
  articlesHeld: (count) => `已收${count}篇文章：`,
  articleCounts: (paragraphs, figures) => `${paragraphs}段，${figures}个数字`,
  undated: '日期不详',
  contents: '目录',
  leftOut: '太长，这里只是有答案的部分，其余请看原文段落。',
  facts: (facts) => facts.join('，'),
};
