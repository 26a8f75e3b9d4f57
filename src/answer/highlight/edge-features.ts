import { EDGE_WORDS } from './data/edge-words.ts';
import { isClosing, isOpening, isStop, type Piece, WORD_CLASSES } from './phrases.ts';

/** What the words at the edges of a phrase, and beside it, are read for. */
const EDGES = ['first', 'last', 'before', 'after'] as const;
type Edge = (typeof EDGES)[number];

/** Marks that may stand beside a phrase; `Bound` is the beginning or the end of the text. */
const MARKS = ['Comma', 'Stop', 'Item', 'Opening', 'Closing', 'Sign', 'Bound'] as const;
const CLASSES = [...WORD_CLASSES, ...MARKS] as const;
type EdgeClass = (typeof CLASSES)[number];

/**
 * The features of one place at an edge, for a question of some kind: the class of the word or mark
 * there, by itself and with the kind of answer, and the word where it is one of EDGE_WORDS.
 */
export type EdgeFeature<Kind extends string> =
  | `${Edge}${EdgeClass}`
  | `${Edge}${EdgeClass}${Kind}`
  | `${Edge}${(typeof EDGE_WORDS)[number]}`;

/** Reads the features of the edges of phrases; their names are put together once. */
export function edgeReader<Kind extends string>(kinds: readonly Kind[]) {
  type Feature = EdgeFeature<Kind>;
  const all: Feature[] = [];
  const named = (feature: string): Feature => {
    all.push(feature as Feature);
    return feature as Feature;
  };
  const classes = new Map<string, readonly [Feature, Feature]>();
  const words = new Map<string, Feature>();
  const key = (edge: Edge, what: string, kind = '') => `${edge} ${what} ${kind}`;
  for (const edge of EDGES) {
    for (const one of CLASSES) {
      const alone = named(`${edge}${one}`);
      for (const kind of kinds)
        classes.set(key(edge, one, kind), [alone, named(`${edge}${one}${kind}`)]);
    }
    for (const word of EDGE_WORDS) words.set(key(edge, word), named(`${edge}${word}`));
  }
  return {
    features: all as readonly Feature[],
    /** The features of a piece at an edge; [] of none where a word must be. */
    featuresOf(edge: Edge, piece: Piece | undefined, kind: Kind): readonly Feature[] {
      const own = classes.get(key(edge, classOf(piece), kind)) ?? [];
      const word = piece === undefined ? undefined : words.get(key(edge, piece.text));
      return word === undefined ? own : [...own, word];
    },
  };
}

function classOf(piece: Piece | undefined): EdgeClass {
  if (piece === undefined) return 'Bound';
  if (piece.class !== 'Mark') return piece.class;
  if (piece.text === ',') return 'Comma';
  if (isStop(piece)) return 'Stop';
  if (piece.text === '、') return 'Item';
  if (isOpening(piece)) return 'Opening';
  return isClosing(piece) ? 'Closing' : 'Sign';
}
