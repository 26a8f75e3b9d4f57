import type { Texts } from './texts.ts';

export const TRADITIONAL: Texts = {
  expired: '已過期，請重新提問。',
  voted: (mark) => `謝謝，記下了：${mark}`,
  reasons: { wrong: '錯了', incomplete: '不全', notFound: '沒找到', other: '其他' },
  whyDown: '哪裡不好？',
  slowDown: '問得太快了，請稍候再問。',
  forgotten:
    '已刪除：你的對話、還沒答的問題、你的讚和踩，還有問題和答案的對應。沒答上來的問題不記是誰問的，分不出哪些是你的，到期自動刪除。',
  privacy: (forget) => `我會存下：
• 你傳來的問題：答完即從日誌裡清掉，最遲一天
• 上一輪對話：只在記憶體裡，30分鐘後作廢
• 👍、👎：問題、段落、原因和時間；不記名，只有一個看不出是誰的編號，到期（預設30天）自動刪除
• 沒答上來或沒把握的問題：只有問題和最接近的段落，不記是誰，到期（預設30天）自動刪除
不存別的。管理員若接了語言模型，問題會交給它挑句子；此外不轉給別人。傳 ${forget} 可立即刪除與你有關的紀錄。`,
  stranger: (id) => `抱歉，我只回答指定的人和群組。想用的話，請把這個編號告訴管理員：${id}`,
  welcome:
    '大家好，我用文章的原話回答問題，文章沒有說的就照實說沒有。用 /ask 提問，或回覆我的訊息；不妨先點一個問題試試：',
  textOnly: '我只看得懂文字：請用一句話提問。',
  unanswered: (groups) =>
    groups === 0 ? '近來沒有答不上來的問題。' : `近來沒答上來的問題（${groups}組）：`,
  adminsOnly: '這個命令只給管理員用。',
  noArticle: '沒有這篇文章，請從列出的文章裡選。',
  previous: '‹ 上一條',
  next: '下一條 ›',
  wholeParagraph: '看原文段落',
  paragraphOf: (number) => `看原文${number}`,
  source: '原文 ↗',
  nearest: '最接近的段落',
  further: '還可以問',
  close: '收起',
  earlierPart: '‹ 前文',
  laterPart: '後文 ›',
  placeInList: (at, of) => `相關段落 ${at}/${of}`,
  partOfParagraph: (at, of) => `本段第${at}/${of}部分`,
  chart: '看圖',
  oneFigure: '只有一個數字，一張圖至少要兩個。',
  statUsage:
    '用法：/stat 指標 [年份] [地方或單位]，例如「/stat 成交額 2022」；「/stat 圖 成交額」畫成圖。',
  someMeasures: (measures) => `可查的指標：${measures.join('、')}`,
  noArticles: '還沒有收文章。',
  articlesHeld: (count) => `已收${count}篇文章：`,
  articleCounts: (paragraphs, figures) => `${paragraphs}段，${figures}個數字`,
  undated: '日期不詳',
  contents: '目錄',
  leftOut: '太長，這裡只是有答案的部分，其餘請看原文段落。',
  facts: (facts) => facts.join('，'),
};
