import type { Article } from '../../article/article.ts';
import { memoOfLast } from '../../util/memo-by-object.ts';
import { matchesOf } from './all-matches.ts';
import type { ActorMention } from './mentions.ts';
import { PLACE_NAMES } from './place-names.ts';
import { simplifiedArticle } from './simplified-article.ts';

/** Words that end as a place's name does and are none: 大型超市, 高新区. */
const NO_PLACE =
  /(?:[超股都门夜楼车菜早集]市|上市|(?:沿海|内地|中心|大型|特大|超大|[一二三]线|重点|主要|试点|旅游|文明|卫生|省会|边境|智慧|海绵|[^一-鿿])城市|[地园社景校小市城郊山库灾辖片新战牧街专分展矿林]区|发区|新区|护区|范区|治区|济区|能区|保税区|合作区|试验区|[城乡村市]镇|[家本他异]乡|下乡|[省区州]县|[省县州]市|市县|区县)$/;
/** 临江市接待…, 云岭县2023年…: what a place does, has or is measured by. */
const BEHIND =
  '(?:实现|接待|完成|共|累计|有|的|新增|[0-9]|常住|户籍|总人口|GDP|地区生产|全年|全市|全县|全区|上半年|下半年|去年|今年|规模以上|出口|进口|外贸|农村|城镇|居民|一般公共|财政|社会|固定|旅游|粮食|工业|农业|在校|分别|合计|平均|投入|安排|、|和|与)';
const UNLISTED = new RegExp(
  `(?<=^|[^一-鿿]|[市县区镇乡][和与及])(?:(?:[0-9]{4}年|[0-9]{1,2}月|上半年|期间|其中|其次)，?)?(?<name>(?![全各本该我每多几首老大小两三四五六七八九十这那其哪某])[一-鿿]{2,3}[市县区镇乡])(?=${BEHIND})`,
  'g',
);

/** Words of grammar: 对本市, 由深圳市, 年城市. */
const NO_NAME = /[和与及或的在个全各该本是于着到过]|^[年由让将对但而以经回为也时随自迎打依候]/;

/** Whether a word has the form of a place's name. */
export function isLikePlace(word: string): boolean {
  return (
    /^[一-鿿]{2,3}[市县区镇乡]$/.test(word) &&
    !NO_NAME.test(word) &&
    !NO_PLACE.test(word) &&
    !PLACE_NAMES.has(word)
  );
}

/** The towns and districts that an article shows to be places, though no list holds them: 临江市, 东岭镇. */
export const unlistedPlaces = memoOfLast((article: Article): ReadonlySet<string> => {
  const { text } = simplifiedArticle(article);
  const names = matchesOf(UNLISTED, text).map(({ groups }) => groups?.['name'] ?? '');
  return new Set(names.filter(isLikePlace));
});

/** Where `text` names one of `places`, in order. */
export function mentionsOf(places: ReadonlySet<string>, text: string): ActorMention[] {
  const found: ActorMention[] = [];
  for (const name of places) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      found.push({ start: at, end: at + name.length, text: name, names: [name] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A place at the beginning of a title or behind its year: 青江县2024年统计公报, 2024年青江县公报. */
const TITLED = /^(?:[12][0-9]{3}年)?([一-鿿]{2,3}[市县区镇乡])(?![一-鿿]*[一-鿿]{2,3}[市县区镇乡])/;

/** The one place that a title names first, though no list holds it, and of which 全县 in the text is said. */
export function titledPlace(title: string): string | undefined {
  const name = TITLED.exec(title)?.[1];
  return name !== undefined && isLikePlace(name) ? name : undefined;
}
