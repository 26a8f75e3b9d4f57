import { CHATTER } from './data/chatter.ts';

/** Laughs and numbers that mean one, at any length. */
const LAUGHS = /^(?:[哈嘿呵嘻嘎啊]+|6{2,}|2?3{2,}|h[ah]+|lo+l|w+|\++1?)$/i;

/**
 * Whether words said to somebody are no more than a nod, a laugh or a doubt, to be left alone in a
 * group: 哈哈, 厉害, 谢谢, 不对吧.
 */
export function isChatter(text: string): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean);
  return words.every((word) =>
    [word, word.replace(PARTICLES, '')].some((each) => LAUGHS.test(each) || CHATTER.has(each)),
  );
}

/** What may stand before and behind such a word without making it a question. */
const PARTICLES = /^(?:你|也|太|真|好|很|可|还)(?=.)|(?<=.)[啊呀呢吧啦了哦喔嘛的]+$/g;
