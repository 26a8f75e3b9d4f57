import { type Span, span } from '../util/span.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Han characters in quotation marks of either script, without punctuation inside: titles, slogans, names. */
const QUOTED = /[“「『《〈"]([\p{Script=Han}]{2,12})[”」』》〉"]/gu;
/** Endings of organisations' names, and how many characters stand before one at most; where the name begins has to be found. */
const ORGANISATION = {
  ending:
    /公司|集团|银行|大学|学院|研究院|研究所|实验室|创新中心|工程中心|联盟|协会|学会|委员会|医院|博物馆|基金会|俱乐部|联合会|示范区|开发区|平台/gu,
  most: 24,
};
/**
 * The same for short names of firms and places; longer names of ORGANISATION may contain one, so
 * those are taken first.
 */
const SHORT_FORM = {
  ending:
    /(?:股份|科技|汽车|半导体|证券|电子|电气|生物|医药|制药|能源|资本|通信|航空|控股|保险|地产|置业|传媒|软件|网络|机场|大桥|体育馆|文化馆|图书馆)+/gu,
  most: 12,
};
/** Parts of speech that stand inside a name: nouns of all kinds, abbreviations, unknown words, adjectives, areas. */
const IN_NAME = /^(?:n|nr|ns|nt|nz|ng|nrt|nrfg|j|x|b|a|f|eng|l|vn)$/;
/** Verbs by jieba's dictionary that stand inside names of organisations all the same. */
const NAMING_VERBS = new Set(
  '创新 发展 管理 服务 合作 投资 开发 建设 教育 交流 促进 保护 设计 制造 生产 检测 监测 应用 转化 研究 控股 勘察 运输 传播'.split(
    ' ',
  ),
);
/** What points or asks begins no name: 哪所大学, 这家银行, 该公司. */
const POINTS_OR_ASKS = /^(?:哪|这|那|该|此|本|各|某|何|什么|多少|几)/u;
/** UTF-16 units of a name at most: longer runs are phrases. */
const NAME_LIMIT = 14;

/**
 * The names in a normalised text that quotation marks or an organisation's ending show to be names,
 * each once, in order: words that a tokenizer should be taught.
 */
export function findNames(text: string, tokenizer: Tokenizer): string[] {
  const names = new Set<string>();
  for (const [, quoted] of text.matchAll(QUOTED)) {
    // what is quoted once for its tone, “反应” or “国家”, stays the ordinary word that it is
    if (quoted !== undefined && !tokenizer.isOrdinaryWord(quoted)) names.add(quoted);
  }
  let left = text;
  for (const form of [ORGANISATION, SHORT_FORM]) {
    let others = '';
    let done = 0;
    for (const { start, end } of runsTo(form, left)) {
      const name = withoutLeadIn(left.slice(start, end), tokenizer);
      if (name !== undefined) names.add(name);
      others += `${left.slice(done, start)} `;
      done = end;
    }
    left = others + left.slice(done);
  }
  return [...names];
}

/**
 * The runs of Han characters up to an ending, the first from the left and each up to the first ending in
 * it. A pattern for whole runs would look for an ending behind each character of the text.
 */
function* runsTo({ ending, most }: typeof ORGANISATION, text: string): Generator<Span> {
  let done = 0;
  ending.lastIndex = 0;
  for (let found = ending.exec(text); found !== null; found = ending.exec(text)) {
    let start = found.index;
    for (let count = 0; count < most && start > done; count += 1) {
      const before = start - lengthBefore(text, start);
      if (!HAN.test(text.slice(before, start))) break;
      start = before;
    }
    if (start === found.index) {
      ending.lastIndex = start + 1;
      continue;
    }
    done = found.index + found[0].length;
    yield span(start, done);
  }
}

const HAN = /^\p{Script=Han}$/u;

/** UTF-16 units of the character before a place. */
function lengthBefore(text: string, place: number): number {
  const code = place > 1 ? (text.codePointAt(place - 2) ?? 0) : 0;
  return code > 0xffff ? 2 : 1;
}

/** The name at the end of a run: 紫光集团 of 支持紫光集团. Undefined where nothing but the ending is left. */
function withoutLeadIn(run: string, { tag }: Tokenizer): string | undefined {
  const words = tag(run);
  let first = words.length - 1;
  while (first > 0 && standsInName(words[first - 1])) first -= 1;
  // a verb begins no name: 联合上海交通大学
  while (first < words.length - 1 && NAMING_VERBS.has(words[first]?.word ?? '')) first += 1;
  if (first === words.length - 1) return undefined;
  const name = words
    .slice(first)
    .map(({ word }) => word)
    .join('');
  return name.length <= NAME_LIMIT && !POINTS_OR_ASKS.test(name) ? name : undefined;
}

function standsInName(word: { word: string; tag: string } | undefined): boolean {
  return word !== undefined && (IN_NAME.test(word.tag) || NAMING_VERBS.has(word.word));
}
