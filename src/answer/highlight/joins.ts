import type { Question } from '../../question/question.ts';

/** Characters of a question beside its question word that are compared with a text at most. */
const REACH = 4;
const LENGTHS = [1, 2, 3, 4] as const;

/** How a phrase stands where the question word stands: 由谁 and 由何立新, 多少首 and 12首. */
export const JOINS = [
  /** How many characters on its left, and on its right, are those beside the question word, over four. */
  'joinsLeft',
  'joinsRight',
  /** They are exactly so many. */
  ...LENGTHS.map((length) => `joinsLeft${length}` as const),
  ...LENGTHS.map((length) => `joinsRight${length}` as const),
  /** It ends with the counter asked after (多少首, 几位), has it right behind, or neither. */
  'endsWithCounter',
  'counterBehind',
  'lacksCounter',
  /** It ends with the character that says which (哪国, 哪一年), or has it right behind. */
  'endsWithWhich',
  'whichBehind',
] as const;

export type Join = (typeof JOINS)[number];
type Measured = readonly [join: Join, value: number];

const COUNTER = /(?:多少|几)(\p{Script=Han})/u;
const WHICH = /哪(?:一|几|些)?(\p{Script=Han})/u;

/** Reads how the phrases of a text join what the question says beside its question word. */
export function joinReader({ normalized, rest, asksAt }: Question, text: string) {
  const left = normalized.slice(0, asksAt);
  const right = rest.text.slice(asksAt).replace(/^[\s?!。.,]+/, '');
  const counter = COUNTER.exec(normalized)?.[1];
  const which = WHICH.exec(normalized)?.[1];

  /** Before a phrase that starts at a place. */
  const onLeft = (start: number): readonly Measured[] => {
    const before = text.slice(0, start).trimEnd();
    let length = 0;
    while (length < REACH && isSame(left.at(-1 - length), before.at(-1 - length))) length += 1;
    const exactly = LENGTHS.find((one) => one === length);
    return exactly === undefined
      ? []
      : [
          ['joinsLeft', length / REACH],
          [`joinsLeft${exactly}`, 1],
        ];
  };
  /** At the end of a phrase that ends at a place, and behind it. */
  const onRight = (end: number): readonly Measured[] => {
    const behind = text.slice(end).trimStart();
    let length = 0;
    while (length < REACH && isSame(right[length], behind[length])) length += 1;
    const exactly = LENGTHS.find((one) => one === length);
    return [
      ...(exactly === undefined
        ? []
        : ([
            ['joinsRight', length / REACH],
            [`joinsRight${exactly}`, 1],
          ] as const)),
      ...counted(text.slice(0, end), behind),
    ];
  };
  function counted(upTo: string, behind: string): readonly Measured[] {
    const joins: Measured[] = [];
    if (counter !== undefined) {
      if (upTo.endsWith(counter)) joins.push(['endsWithCounter', 1]);
      else joins.push([behind.startsWith(counter) ? 'counterBehind' : 'lacksCounter', 1]);
    }
    if (which !== undefined) {
      if (upTo.endsWith(which)) joins.push(['endsWithWhich', 1]);
      else if (behind.startsWith(which)) joins.push(['whichBehind', 1]);
    }
    return joins;
  }
  return { onLeft, onRight };
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
