import type { Qualifier } from './figure.ts';

/** A figure in the making. Offsets are UTF-16 units into the sentence. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  /** The recogniser's name. */
  readonly form: string;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: Qualifier;
  /** The thing counted where the unit itself says it: 两大领域, 近14亿人口. */
  readonly noun?: string;
  readonly measure?: string;
  /** The measure without an attribute that it only has from its own clause: 技术合同 of 技术合同成交额. */
  readonly stem?: string;
  readonly direction?: string;
  readonly actor?: string;
  readonly period?: string;
  /** The upper end of a range. */
  readonly high?: number;
  readonly planned?: true;
}

/** What a recogniser saw: a draft, or a claim on characters that are no figure (C919, 三省一市). */
export type Sighting = Pick<Draft, 'start' | 'end'> & Partial<Omit<Draft, 'start' | 'end'>>;

/** Reads one form. Sightings that overlap an earlier recogniser's are dropped. */
export interface Recognizer {
  readonly name: string;
  /** What any sentence with this form holds: most sentences need no other look. */
  readonly sign?: RegExp;
  read(sentence: string): Iterable<Sighting>;
}

/** Makes a sighting of a value. */
export function amount(
  start: number,
  text: string,
  value: number,
  unit: string,
  qualifier: Qualifier = 'exact',
): Sighting {
  return { start, end: start + text.length, value, unit, qualifier };
}
