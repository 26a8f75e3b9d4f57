import type { ArticleFault, MissingFact } from '../../corpus/check-article.ts';
import type { Texts } from './texts.ts';

/** Where a fact is added that a file does not give. */
function remedy({ place, file, field, value }: MissingFact): string {
  switch (place) {
    case 'line':
      return `請在它那一行裡加上 "${field}":"${value}"`;
    case 'frontMatter':
      return `請在檔案開頭的說明裡加上 ${field}: ${value}`;
    case 'beside':
      return `請在旁邊的 ${file}.yaml 裡寫上 ${field}: ${value}`;
  }
}

function faultText(fault: ArticleFault): string {
  switch (fault.kind) {
    case 'noDate':
      return fault.relative === undefined
        ? `沒有日期；${remedy(fault.add)}`
        : `沒有日期，不知道「${fault.relative}」是什麼時候；${remedy(fault.add)}`;
    case 'noTitle':
      return `沒有標題；${remedy(fault.add)}`;
    case 'longTitle':
      return `標題像是正文的一段；${remedy(fault.add)}`;
    case 'garbled':
      return `有亂碼（${fault.characters}）；請從來源重新儲存`;
    case 'notChinese':
      return '不像中文；如果是亂碼，請從來源重新儲存';
    case 'cut':
      return `有${fault.paragraphs}段停在句子中間；請從來源重新儲存，不要強行換行`;
    case 'bareTable':
      return `第${fault.paragraph}段的表格沒有表頭，看不出數字是什麼；請加一行欄名`;
  }
}

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
  welcome: (ask) =>
    `大家好，我用文章的原話回答問題，文章沒有說的就照實說沒有。發 ${ask} 加上問題，或回覆我的訊息；不妨先點一個問題試試：`,
  textOnly: '我只看得懂文字：請用一句話提問。',
  unanswered: (groups) =>
    groups === 0 ? '近來沒有答不上來的問題。' : `近來沒答上來的問題（${groups}組）：`,
  weekly: (groups) =>
    groups === 0
      ? '這一週沒有答不上來的問題。'
      : `這一週沒答上來、沒把握或被👎的問題（${groups}組），下面是最接近的段落：`,
  wereUnsure: (count) => `${count}次沒把握`,
  wereDown: (count) => `${count}次👎`,
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
  corpus: {
    usage: (command, largest) =>
      `把檔案（.txt .md .html .docx .pdf，${largest} MB以內）或一個網址傳給我，我先讀給你看，點「收下」才算數。
${command} add 網址：讀一個網頁
${command} list：已收的檔案
${command} check：哪些文章需要修
${command} remove 檔名：移走一篇`,
    read: (file) => `讀到了，還沒有收下：${file}`,
    sound: '沒有發現問題。',
    faults: (count) => `有${count}處可以修：`,
    fault: faultText,
    faultOf: (file, fault) => `${file}：${fault}`,
    isThere: '已有同名的檔案。要換成這一份嗎？舊的會另外留著。',
    take: '收下',
    replace: '替換舊的',
    drop: '不要了',
    dropped: '好，沒有收下。',
    taken: (file) => `已收下：${file}。正在讀，能問的時候告訴你。`,
    ready: (title) => `可以問了：《${title}》`,
    notReady: (file) => `${file} 已收下，但還沒有讀進來。請看日誌，或傳 check 看看哪裡不對。`,
    largeMegabytes: (most) => `檔案太大了，最多${most} MB。`,
    notFetched: '檔案沒有取到，請再傳一次。',
    incoming: {
      address: () => '這不是網頁的地址，請以 https:// 或 http:// 開頭。',
      private: () => '這個地址在內網，只取公網上的網頁；請把網頁另存後傳檔案給我。',
      unreachable: (why) => `連不上（${why}）。請核對地址，或把網頁另存後傳檔案給我。`,
      status: (status) => `對方伺服器不給（狀態 ${status}）。請核對地址，或另存後傳檔案給我。`,
      size: () => '是空的，或者太大了；請只留下需要的部分。',
      type: (type) => `這種類型讀不了${type && `（${type}）`}。`,
      format: () => '這種檔案讀不了；請存成 .txt .md .html .docx 或 .pdf。',
      unread: (why) => `沒有讀出可以引用的文字${why && `（${why}）`}。`,
      known: (file) => `這個地址已經收過了：${file}。`,
      whole: () => '文章目錄裡有 articles.jsonl，此外的檔案都不讀；請改那個檔案。',
      missing: () => '目錄裡沒有這個檔案。',
      name: () => '這個檔名不能用，請換一個。',
      exists: (file) => `已有同名的檔案：${file}。`,
      failed: () => '沒有寫成，請檢查目錄的權限和剩餘空間。',
      expired: () => '放得太久，已經清掉了，請重新傳一次。',
    },
    filesHeld: (count) => `文章目錄裡讀到${count}個檔案：`,
    whichFile: (words) => `沒有唯一叫「${words}」的檔案。傳 list 看檔名。`,
    confirmRemoval: (file, title) => `要移走 ${file}（《${title}》）嗎？它會另外留著，可以找回。`,
    remove: '移走',
    removed: (file) => `已移走：${file}。一會兒就不再用它回答。`,
    notRemoved: '沒有移走：一個檔案裡有多篇文章，或者目錄不能寫。',
    faultsHeld: (count) => (count === 0 ? '沒有發現問題。' : `需要修的有${count}處：`),
  },
};
