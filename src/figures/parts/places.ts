import type { Article } from '../../article/article.ts';
import { lazy } from '../../util/lazy.ts';
import { COUNTRIES, MEDIA, PROVINCES } from '../data/places.ts';
import type { ActorMention, Home } from './mentions.ts';
import { isOrganisation } from './organisations.ts';
import { PLACE_NAMES } from './place-names.ts';
import { simplifiedArticle } from './simplified-article.ts';

const LETTERS = new Map(
  PROVINCES.flatMap(({ letters, name }) => [...letters].map((l) => [l, name] as const)),
);
const letters = [...LETTERS.keys()].join('');
/** 沪苏浙; 我省; a department of the province in a provincial paper: 省科技厅, 省政府. */
const OTHER = new RegExp(
  `(?<letters>[${letters}]{2,})|[我全本](?<home>[省市])|(?<=^|[^一-鿿]|[年月日由和])(?<office>[省市])(?=[一-鿿]{0,6}[厅局委府办])|(?<inside>[省市])内`,
  'y',
);
/**
 * By the UTF-16 unit that a mention begins with, the names that do, longest first. Most characters begin
 * none, and a pattern of all names would try them one by one.
 */
const BEGINNINGS = new Map<number, string[]>();
for (const name of PLACE_NAMES.keys()) namesFrom(name).push(name);
for (const character of `${letters}我全本省市`) namesFrom(character);
for (const names of BEGINNINGS.values()) names.sort((a, b) => b.length - a.length);

function namesFrom(beginning: string): string[] {
  const unit = beginning.charCodeAt(0);
  const names = BEGINNINGS.get(unit) ?? [];
  BEGINNINGS.set(unit, names);
  return names;
}

/** Letters that also begin common words are read as places only among others: 新疆, 台湾, 青年, 港口. */
const WEAK = /^[新台青港澳宁甘吉黑蒙京津]{2}$/;

/** Whether a word is the name of a place that figures may be about. */
export function isPlaceName(word: string): boolean {
  return PLACE_NAMES.has(word);
}

/** Whether a canonical name is that of the world or of a country, whose own figures a report mostly gives in passing. */
export function isCountry(name: string): boolean {
  return name === '全国' || name === '全球' || COUNTRIES.includes(name);
}

/**
 * The places that `text`, in simplified characters, names, in order; `home` resolves 我省 and 我市. Of 广西贺州市
 * the city is meant.
 */
export function findActors(text: string, home: Home = {}): ActorMention[] {
  const found = mentionsIn(text, home);
  return found.filter(({ end, names: [province] }, place) => {
    const next = found[place + 1];
    const [city = ''] = next?.names ?? [];
    return next?.start !== end || province === undefined || provinceOf(city) !== province;
  });
}

function mentionsIn(text: string, home: Home = {}): ActorMention[] {
  const single = LETTERS.get(text.trim());
  if (single) return [{ start: 0, end: text.length, text, names: [single] }];
  const found: ActorMention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const beginning = BEGINNINGS.get(text.charCodeAt(at));
    if (beginning === undefined) continue;
    const name = beginning.find(
      (written) => text.startsWith(written, at) && !isEndOfWord(written, text, at),
    );
    const mention = name === undefined ? otherAt(text, at, home) : nameAt(name, at, text);
    if (mention === undefined) continue;
    if (mention.names.length > 0) found.push(mention);
    at = mention.end - 1;
  }
  return found;
}

/** 威宁夏天, 沿海南部: the end of a word with the beginning of the next. */
const ACROSS_WORDS = /^(?:宁夏[天季]|[一-鿿][东西南北](?:部(?![队门分委])|侧|岸))/;

/** 平台中, 电视台北京站: 台 ends a word more often than it begins the name of a city. */
function isEndOfWord(name: string, text: string, at: number): boolean {
  return (
    ACROSS_WORDS.test(text.slice(at, at + 4)) ||
    (/^台[北中南]/.test(name) &&
      /(?![在的和与及从到由向对以占比])[一-鿿]/.test(text.charAt(at - 1)))
  );
}

/** 河南区, 吉林县: another place, which only begins as a province does. */
const OTHER_PLACE = /^(?:区(?![县域块划位间别内])|县(?![域级市区内]))/;

/** 世界排名, 英国公开赛, 法国杯: what is called after a place, of which its figures are none. */
const CALLED_AFTER = /^(?:排名|冠军|纪录|公开赛|大师赛|大奖赛|锦标赛|网球|杯)/;

function nameAt(text: string, start: number, whole: string): ActorMention {
  const end = start + text.length;
  const another =
    (!/[省市]$/.test(text) && OTHER_PLACE.test(whole.slice(end, end + 2))) ||
    CALLED_AFTER.test(whole.slice(end, end + 3));
  return { start, end, text, names: another ? [] : [PLACE_NAMES.get(text) ?? text] };
}

/** The mention that is no name; it may mean no place. */
function otherAt(text: string, start: number, home: Home): ActorMention | undefined {
  OTHER.lastIndex = start;
  const match = OTHER.exec(text);
  if (match === null) return undefined;
  const [written] = match;
  const names = meaningOf(written, match.groups ?? {}, home);
  return { start, end: start + written.length, text: written, names };
}

function meaningOf(
  written: string,
  groups: Readonly<Record<string, string | undefined>>,
  home: Home,
): readonly string[] {
  if (groups['letters']) {
    if (WEAK.test(written)) return [];
    return [...written].flatMap((letter) => LETTERS.get(letter) ?? []);
  }
  const level = groups['home'] ?? groups['office'] ?? groups['inside'];
  const name = level === '省' ? home.province : home.city;
  return name === undefined ? [] : [name];
}

/**
 * What 我省 and 我市 mean: the province of the medium that wrote the article, else the province and
 * the city that the article names most often.
 */
export function homeOf(written: Article): Home {
  const article = simplifiedArticle(written);
  const bylines = bylinesOf(article.text);
  const sources = [article.source ?? '', ...bylines].join(' ');
  const medium = Object.keys(MEDIA).find((name) => sources.includes(name));
  const counts = new Map<string, number>();
  const count = (text: string) => {
    for (const {
      names: [name],
      names: all,
    } of mentionsIn(text)) {
      if (name && all.length === 1) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  };
  count(article.title);
  for (const { span } of article.paragraphs) count(article.text.slice(span.start, span.end));
  const most = (wanted: (name: string) => boolean) =>
    [...counts].filter(([name]) => wanted(name)).sort((a, b) => b[1] - a[1])[0]?.[0];
  const sourceNames = mentionsIn(sources).flatMap((mention) => mention.names);
  const city =
    sourceNames.find((name) => provinceOf(name)) ?? most((name) => provinceOf(name) !== undefined);
  const province =
    (medium && MEDIA[medium]) ??
    sourceNames.find(isProvince) ??
    sourceNames.map(provinceOf).find(Boolean) ??
    most(isProvince);
  return { ...(province && { province }), ...(city && { city }) };
}

function bylinesOf(text: string): readonly string[] {
  // the pattern would be tried at each character
  if (!text.includes('记者')) return [];
  return text.match(/[一-鿿·]{2,12}记者/g) ?? [];
}

function isProvince(name: string): boolean {
  return PROVINCES.some((province) => province.name === name);
}

/** The province that a city lies in; undefined for anything else. */
function provinceOf(city: string): string | undefined {
  return PROVINCES.find(({ cities }) => cities.includes(city) || cities.includes(`${city}市`))
    ?.name;
}

/** Whether a figure about `held` answers a question about `asked` (canonical names). */
export function actorsCompatible(asked: string, held: string | undefined): boolean {
  return compatibleWith(asked)(held);
}

/**
 * The same of one that is asked about and many that are held. A place and an organisation do not
 * contradict each other: the one may lie in the other.
 */
export function compatibleWith(asked: string): (held: string | undefined) => boolean {
  const asksOne = isOrganisation(asked);
  const askedNames = lazy(() => new Set(namesIn(asked)));
  const holdsEither = (held: string) => held.includes(asked) || asked.includes(held);
  return (held) => {
    if (held === undefined) return false;
    if (asked === held) return true;
    const holdsOne = isOrganisation(held);
    if (asksOne && holdsOne) return holdsEither(held);
    if (asksOne || holdsOne) return true;
    const [wanted, names] = [askedNames(), new Set(namesIn(held))];
    if (wanted.size === 0) return holdsEither(held);
    return wanted.size === names.size && [...wanted].every((name) => names.has(name));
  };
}

function namesIn(actor: string): string[] {
  return findActors(actor).flatMap(({ names }) => names);
}
