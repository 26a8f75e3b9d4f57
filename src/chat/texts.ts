/** Our own words on chat platforms, but for what stands with a reply: see `reply/messages`. */

export const EXPIRED = '已过期，请重新提问。';
export const VOTED = '谢谢，记下了。';
export const SLOW_DOWN = '问得太快了，请稍等片刻再问。';
export const TEXT_ONLY = '我只看得懂文字：请用一句话提问。';
export const FORGOTTEN = '已删除：你的对话、还没答的问题和答案的对应。赞和踩不记名，到期自动删除。';
export const PRIVACY = `我会存下：
• 你发来的问题：答完即从日志里清掉，最迟一天
• 上一轮对话：只在内存里，30分钟后作废
• 👍、👎：问题、段落和时间，不记是谁，到期（默认30天）自动删除
不存别的，也不转给别人。发 /forget 可立即删除与你有关的记录。`;
export const NO_ARTICLE = '没有这篇文章，请从列出的文章里选。';

export const PREVIOUS = '‹ 上一条';
export const NEXT = '下一条 ›';
export const WHOLE_PARAGRAPH = '看原文段落';
/** Opens the paragraph of one of several quotations. */
export const PARAGRAPH_OF = (number: number) => `看原文${number}`;
export const CLOSE = '收起';
export const EARLIER_PART = '‹ 前文';
export const LATER_PART = '后文 ›';
export const UP = '👍';
export const DOWN = '👎';

/** The question that a message repeats above its answer, as `Messages.asked` writes it. */
export const questionAsked = (message: string) => /^(?:问：|問：|Asked: )(.+)/.exec(message)?.[1];
export const PLACE_IN_LIST = (at: number, of: number) => `相关段落 ${at}/${of}`;
export const PART_OF_PARAGRAPH = (at: number, of: number) => `本段第${at}/${of}部分`;

export const STAT_USAGE = '用法：/stat 指标 [年份] [地方或单位]，例如“/stat 成交额 2022”。';
export const SOME_MEASURES = (measures: readonly string[]) => `可查的指标：${measures.join('、')}`;

export const NO_ARTICLES = '还没有收文章。';
export const ARTICLES_HELD = (count: number) => `已收${count}篇文章：`;
export const ARTICLE_COUNTS = (paragraphs: number, figures: number) =>
  `${paragraphs}段，${figures}个数字`;
export const UNDATED = '日期不详';
export const CONTENTS = '目录';
/** Under a quotation without room for all of it. */
export const LEFT_OUT = '太长，这里只是有答案的部分，其余请看原文段落。';
