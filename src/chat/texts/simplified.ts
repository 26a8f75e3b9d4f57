import type { ArticleFault, MissingFact } from '../../corpus/check-article.ts';
import type { Texts } from './texts.ts';

/** Where a fact is added that a file does not give. */
function remedy({ place, file, field, value }: MissingFact): string {
  switch (place) {
    case 'line':
      return `请在它那一行里加上 "${field}":"${value}"`;
    case 'frontMatter':
      return `请在文件开头的说明里加上 ${field}: ${value}`;
    case 'beside':
      return `请在旁边的 ${file}.yaml 里写上 ${field}: ${value}`;
  }
}

function faultText(fault: ArticleFault): string {
  switch (fault.kind) {
    case 'noDate':
      return fault.relative === undefined
        ? `没有日期；${remedy(fault.add)}`
        : `没有日期，不知道“${fault.relative}”是什么时候；${remedy(fault.add)}`;
    case 'noTitle':
      return `没有标题；${remedy(fault.add)}`;
    case 'longTitle':
      return `标题像是正文的一段；${remedy(fault.add)}`;
    case 'garbled':
      return `有乱码（${fault.characters}）；请从来源重新保存`;
    case 'notChinese':
      return '不像中文；如果是乱码，请从来源重新保存';
    case 'cut':
      return `有${fault.paragraphs}段停在句子中间；请从来源重新保存，不要强行换行`;
    case 'bareTable':
      return `第${fault.paragraph}段的表格没有表头，看不出数字是什么；请加一行列名`;
  }
}

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
  welcome: (ask) =>
    `大家好，我用文章的原话回答问题，文章没有说的就照实说没有。发 ${ask} 加上问题，或回复我的消息；不妨先点一个问题试试：`,
  textOnly: '我只看得懂文字：请用一句话提问。',
  unanswered: (groups) =>
    groups === 0 ? '近来没有答不上来的问题。' : `近来没答上来的问题（${groups}组）：`,
  weekly: (groups) =>
    groups === 0
      ? '这一周没有答不上来的问题。'
      : `这一周没答上来、没把握或被👎的问题（${groups}组），下面是最接近的段落：`,
  wereUnsure: (count) => `${count}次没把握`,
  wereDown: (count) => `${count}次👎`,
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
  corpus: {
    usage: (command, largest) =>
      `把文件（.txt .md .html .docx .pdf，${largest} MB以内）或一个网址发给我，我先读给你看，点“收下”才算数。
${command} add 网址：读一个网页
${command} list：已收的文件
${command} check：哪些文章需要修
${command} remove 文件名：移走一篇`,
    read: (file) => `读到了，还没有收下：${file}`,
    sound: '没有发现问题。',
    faults: (count) => `有${count}处可以修：`,
    fault: faultText,
    faultOf: (file, fault) => `${file}：${fault}`,
    isThere: '已有同名的文件。要换成这一份吗？旧的会另外留着。',
    take: '收下',
    replace: '替换旧的',
    drop: '不要了',
    dropped: '好，没有收下。',
    taken: (file) => `已收下：${file}。正在读，能问的时候告诉你。`,
    ready: (title) => `可以问了：《${title}》`,
    notReady: (file) => `${file} 已收下，但还没有读进来。请看日志，或发 check 看看哪里不对。`,
    largeMegabytes: (most) => `文件太大了，最多${most} MB。`,
    notFetched: '文件没有取到，请再发一次。',
    incoming: {
      address: () => '这不是网页的地址，请以 https:// 或 http:// 开头。',
      private: () => '这个地址在内网，只取公网上的网页；请把网页另存后发文件给我。',
      unreachable: (why) => `连不上（${why}）。请核对地址，或把网页另存后发文件给我。`,
      status: (status) => `对方服务器不给（状态 ${status}）。请核对地址，或另存后发文件给我。`,
      size: () => '是空的，或者太大了；请只留下需要的部分。',
      type: (type) => `这种类型读不了${type && `（${type}）`}。`,
      format: () => '这种文件读不了；请存成 .txt .md .html .docx 或 .pdf。',
      unread: (why) => `没有读出可以引用的文字${why && `（${why}）`}。`,
      known: (file) => `这个地址已经收过了：${file}。`,
      whole: () => '文章目录里有 articles.jsonl，此外的文件都不读；请改那个文件。',
      missing: () => '目录里没有这个文件。',
      name: () => '这个文件名不能用，请换一个。',
      exists: (file) => `已有同名的文件：${file}。`,
      failed: () => '没有写成，请检查目录的权限和剩余空间。',
      expired: () => '放得太久，已经清掉了，请重新发一次。',
    },
    filesHeld: (count) => `文章目录里读到${count}个文件：`,
    whichFile: (words) => `没有唯一叫“${words}”的文件。发 list 看文件名。`,
    confirmRemoval: (file, title) => `要移走 ${file}（《${title}》）吗？它会另外留着，可以找回。`,
    remove: '移走',
    removed: (file) => `已移走：${file}。一会儿就不再用它回答。`,
    notRemoved: '没有移走：一个文件里有多篇文章，或者目录不能写。',
    faultsHeld: (count) => (count === 0 ? '没有发现问题。' : `需要修的有${count}处：`),
  },
};
