import type { Bot } from '../../src/bot/bot.ts';

export interface FuzzResult {
  readonly asked: number;
  /** Questions at which something was thrown. */
  readonly thrown: number;
  /** Characters shown as a quotation that are not the article's at the place cited. */
  readonly foreign: number;
}

const NOISE = [
  ...'？?，。的是多少在年月〇一二三亿万％%①½²\u202e\u200b\ufeff\ud83d\udc00\0\t\n"\'<>@#/\\|ａＡé한あ',
];

/** Asks questions made from the articles' own words, cut, mixed and mutilated. */
export async function fuzz(
  bot: Bot,
  count: number,
  told: (asked: number) => void = () => {},
  seed = 1,
): Promise<FuzzResult> {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const { articles } = bot;
  const texts = articles.map(({ text }) => text);
  const byId = new Map(articles.map(({ id, text }) => [id, text]));
  const cut = () => {
    const text = texts[below(texts.length)] ?? '';
    const at = below(text.length);
    return text.slice(at, at + below(24));
  };
  const noise = () => NOISE[below(NOISE.length)] ?? '';
  function question(): string {
    const parts = Array.from({ length: 1 + below(4) }, () => (random() < 0.7 ? cut() : noise()));
    const units = [...parts.join('')];
    for (let slips = below(4); slips > 0; slips--) units.splice(below(units.length), 1, noise());
    return units.join('');
  }
  let thrown = 0;
  let foreign = 0;
  for (let asked = 1; asked <= count; asked++) {
    try {
      const conversation = random() < 0.3 ? `talk ${below(20)}` : undefined;
      const { passages, figures, lead } = await bot.ask(question(), conversation);
      for (const { article, start, end, text } of [...passages, ...figures])
        foreign += differences(byId.get(article)?.slice(start, end) ?? '', text);
      if (lead !== '' && !passages.some(({ text }) => text.includes(lead))) foreign += lead.length;
    } catch {
      thrown += 1;
    }
    if (asked % 10_000 === 0) told(asked);
  }
  return { asked: count, thrown, foreign };
}

function differences(own: string, shown: string): number {
  if (own === shown) return 0;
  let count = Math.abs(own.length - shown.length);
  for (let at = 0; at < Math.min(own.length, shown.length); at++)
    if (own[at] !== shown[at]) count += 1;
  return count;
}

/** Random numbers from a seed (mulberry32), so that a run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
