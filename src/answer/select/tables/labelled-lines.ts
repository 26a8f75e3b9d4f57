import type { Article, Paragraph } from '../../../article/article.ts';
import { labelAlone } from '../../../article/body/label-lines.ts';
import { type Span, slice, span } from '../../../util/span.ts';

/** A line that begins with a label, 地点：二楼听雨厅, or that stands below one. */
interface LabelledLine {
  readonly paragraph: Paragraph;
  readonly label: Span;
  readonly value: Span;
  /** The label does not open the line: it stands above it, or behind what another one says. */
  readonly isApart: boolean;
}

/** A label, marks and numbering before it aside, and what stands behind it. */
const LINE =
  /^(?<before>[\s*_#>·•\-–—●■◆]*(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）.、．]\s*)?[*_]*(?:<(?:b|strong)>)?)(?<label>[\p{Script=Han}A-Za-z]{2,10})(?<mark>(?:<\/(?:b|strong)>)?[*_\s]*(?:[(（][^()（）:：]{1,24}[)）])?[*_\s]*[:：][*_\s]*)(?<value>\S.*)$/u;
/** Whoever speaks, and what leads in, is no label. */
const NO_LABEL =
  /(?:[说称道问答讲]|表示|指出|认为|介绍|强调|透露|告诉|写道|回应|如下|包括|以下|例如|比如|其中|因此|记者|读者|同事|朋友|女士|先生|同志)$|^(?:各位|诸位|尊敬的|亲爱的|敬爱的|广大|所以|但是|注意|编者按)/u;
/** UTF-16 units of what a label says at most: more is a paragraph that happens to begin so. */
const VALUE_LIMIT = 160;
/** Fewer labelled lines make no list of them. */
const LEAST = 2;

/** The labelled lines of an article that has some; a label that comes again and again is whoever speaks. */
export function labelledLines(article: Article): readonly LabelledLine[] {
  const inRuns = labelsInRuns(article);
  const isInRun = ({ paragraph }: LabelledLine) =>
    inRuns.some((one) => one.paragraph === paragraph);
  const found = [
    ...linesWithLabels(article).filter((line) => !isInRun(line)),
    ...inRuns,
    ...linesBelowLabels(article),
    ...labelsInSentences(article),
  ];
  const words = found.map(({ label }) => slice(article.text, label));
  const once = found.filter(
    (_, i) => words.indexOf(words[i] ?? '') === words.lastIndexOf(words[i] ?? ''),
  );
  return once.length >= LEAST ? once : [];
}

/** What only adds to the line before it: ※ 端午节不开放, (最后进场时间:18:10). */
const REMARK = /^\s*(?:[※*＊(（【]|注|备注|備註)(?![(（]?[\d一二三四五六七八九十]{1,2}[)）])/u;

/** 活动地点 as a heading, and what stands below it, where that is one line, remarks aside. */
function linesBelowLabels({ text, headings, paragraphs }: Article): LabelledLine[] {
  return headings.flatMap(({ span: heading }, i): LabelledLine[] => {
    const label = labelAlone(slice(text, heading));
    if (label === undefined) return [];
    const next = headings[i + 1]?.span.start ?? text.length;
    const below = paragraphs.filter(({ span: at }) => at.start > heading.end && at.end <= next);
    const [paragraph, ...others] = below;
    const isRemark = ({ span: at }: Paragraph) => REMARK.test(slice(text, at));
    if (paragraph === undefined || paragraph.row !== undefined || isRemark(paragraph)) return [];
    if (!others.every(isRemark)) return [];
    // of several sentences another one may answer
    if (paragraph.sentences.length > 1) return [];
    if (paragraph.span.end - paragraph.span.start > VALUE_LIMIT) return [];
    const from = heading.start + label.start;
    const at = span(from, from + label.text.length);
    return [{ paragraph, label: at, value: paragraph.span, isApart: true }];
  });
}

/** Labels that a page has run together, each behind what the one before it says: 时间：8月19日地点：蝶缘廊. */
const IN_RUN =
  /(?<label>(?:活动|比赛|演出|会议|展览|讲座|培训|上课|集合|开放|办理|领取|咨询|联系|报名|投稿|缴费|参加|参赛|主办|承办|协办|投诉|监督|举报|服务|预约|售票|考试|面试|笔试|体检|营业|接种|施工|截止|开始|结束){0,2}(?:时间|日期|地点|地址|方式|对象|费用|票价|电话|名额|人数|单位))\s?[:：]\s*/gu;
/** Where what a label in a run says ends, if no other label follows. */
const RUN_ENDS = /[。；;\n]|注意事项|$/u;

function labelsInRuns({ text, paragraphs }: Article): LabelledLine[] {
  return paragraphs.flatMap((paragraph): LabelledLine[] => {
    if (paragraph.row !== undefined) return [];
    const { start } = paragraph.span;
    const said = slice(text, paragraph.span);
    const labels = [...said.matchAll(IN_RUN)];
    if (labels.length < LEAST) return [];
    return labels.flatMap((match, i): LabelledLine[] => {
      const from = match.index + match[0].length;
      const value = said.slice(from, labels[i + 1]?.index);
      const length = value.slice(0, value.search(RUN_ENDS)).replace(/[,，、\s]+$/u, '').length;
      if (length === 0 || length > VALUE_LIMIT) return [];
      const label = start + match.index;
      const { length: labelled } = match.groups?.['label'] ?? '';
      return [
        {
          paragraph,
          label: span(label, label + labelled),
          value: span(start + from, start + from + length),
          isApart: match.index > 0,
        },
      ];
    });
  });
}

/** 最早入场时间为11:30: a label that a sentence names with what it says. */
const IN_SENTENCE =
  /(?<=^|[,，。；;、\s)）])(?<label>\p{Script=Han}{2,8}(?:时间|時間|日期|地点|地點))(?:为|為|是)\s*(?<value>[^,，。；;\n(（]{2,40})/gmu;

function labelsInSentences({ text, paragraphs }: Article): LabelledLine[] {
  return paragraphs.flatMap((paragraph): LabelledLine[] => {
    if (paragraph.row !== undefined) return [];
    const said = slice(text, paragraph.span);
    return [...said.matchAll(IN_SENTENCE)].map(({ index, 0: whole, groups }): LabelledLine => {
      const at = paragraph.span.start + index;
      const end = at + whole.trimEnd().length;
      const label = span(at, at + (groups?.['label'] ?? '').length);
      const value = span(at + whole.length - (groups?.['value'] ?? '').length, end);
      return { paragraph, label, value, isApart: true };
    });
  });
}

function linesWithLabels(article: Article): LabelledLine[] {
  return article.paragraphs.flatMap((paragraph): LabelledLine[] => {
    if (paragraph.row !== undefined) return [];
    const text = slice(article.text, paragraph.span);
    if (text.length > VALUE_LIMIT || text.includes('\n')) return [];
    const { before = '', label = '', mark = '', value } = LINE.exec(text)?.groups ?? {};
    if (value === undefined || NO_LABEL.test(label)) return [];
    const at = paragraph.span.start + before.length;
    const from = at + label.length + mark.length;
    return [
      {
        paragraph,
        label: span(at, at + label.length),
        value: span(from, from + value.trimEnd().length),
        isApart: false,
      },
    ];
  });
}
