import type { Refiner } from '../parts/sentence-context.ts';
import { actor } from './actor.ts';
import { axes } from './axes.ts';
import { formula } from './formula.ts';
import { measure } from './measure.ts';
import { period } from './period.ts';
import { planned } from './planned.ts';
import { qualifier } from './qualifier.ts';
import { respectively } from './respectively.ts';
import { sideBySide } from './side-by-side.ts';

/** In order: a figure's own characters first, then what its clause says, then what others leave it. */
export const REFINERS: readonly Refiner[] = [
  qualifier,
  measure,
  formula,
  respectively,
  sideBySide,
  period,
  actor,
  axes,
  planned,
];
