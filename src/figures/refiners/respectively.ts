import { matchesOf } from '../parts/all-matches.ts';
import type { Draft } from '../parts/draft.ts';
import { type Refiner, type SentenceContext, within } from '../parts/sentence-context.ts';
import { periodsInTurn } from './periods-in-turn.ts';

const LIST = /^[、和及与,，]$/;
const SEPARATOR = /、|以及|[和与及]/;
const APART = /分别|依次|各(?=[为是有达占增减])/g;
const REACH = 12;
/** 长宽高分别为: words of one character, set side by side without a mark. */
const SIDES = /长?宽高?$/;
/** Between the places of a list, and between the last of them and 分别. */
const BETWEEN = /^[市省州县区]?[、和与及]?$/;

/** What each figure of a run is of, the first of the first: so many periods, or so many places or firms. */
interface Members {
  readonly kind: 'period' | 'actor' | 'thing';
  readonly names: readonly string[];
  /** What is measured of each, where it stands in one piece with the last of them: 在校学生. */
  readonly measure?: string;
}

/**
 * As many things, places, firms or periods as figures, the first to the first: 能耗和二氧化碳排放分别
 * 降低13.5%、18%; 甲市、乙市分别为58亿元和57亿元，增长5.4%和7.1%; 2019年和2020年分别为56亿元和51亿元.
 */
export const respectively: Refiner = (drafts, context) => {
  const { text, clauses } = context;
  const done = [...drafts];
  let next = 0;
  let before: { readonly members: Members; readonly segment: number | undefined } | undefined;
  for (const [index, draft] of drafts.entries()) {
    const { measure = '' } = draft;
    const from = Math.max(0, draft.start - REACH);
    // 各达1.28万吨: 达 belongs to the figure
    const apart = matchesOf(APART, text.slice(from, draft.start + 1)).at(-1)?.index;
    if (apart === undefined || index < next) continue;
    const run = runFrom(drafts, index, text);
    next = index + run.length;
    const sides = [...(SIDES.exec(text.slice(from, from + apart))?.[0] ?? '')];
    if (sides.length > 1 && sides.length === run.length) {
      for (const [nth, { direction: _, ...side }] of run.entries()) {
        const name = sides[nth] ?? '';
        done[index + nth] = { ...side, measure: name, stem: name };
      }
      continue;
    }
    const things = measure.split(SEPARATOR);
    const at = clauses.start[from + apart] ?? 0;
    const told = from + apart;
    // 2020年至2022年，营业收入分别为…: the periods lead the sentence, or its part, in
    const part = Math.max(text.lastIndexOf('；', told), text.lastIndexOf(';', told)) + 1;
    const members =
      membersIn(text.slice(at, told), at, things, context) ??
      placesOfClauseBefore(at, told, measure, run.length, context) ??
      periodsNamed(text.slice(part, told), part, run.length, context) ??
      thingsNamed(text.slice(at, told), things, run.length);
    const whole = withTail(things);
    if (
      (members === undefined || members.kind === 'period') &&
      things.length === run.length &&
      whole.every((thing) => thing.length > 1)
    ) {
      const earlier = runBefore(drafts, index, run.length, text);
      for (const [nth, member] of [...run, ...earlier].entries()) {
        const thing = whole[nth % run.length];
        const place = nth < run.length ? index + nth : index - 2 * run.length + nth;
        if (thing) done[place] = { ...member, measure: thing, stem: thing };
      }
    }
    const segment = clauses.segment[draft.start];
    // 较上年分别增长5.2%和8.1%: of the members of the clause before
    const goesOn =
      before?.segment === segment ||
      (before?.members.kind === 'period' && before.members.names.length === run.length);
    const meant = members ?? (goesOn ? before?.members : undefined);
    if (meant === undefined || meant.names.length < 2) continue;
    before = { members: meant, segment };
    for (const [nth, name, run] of runsOf(drafts, index, meant.names, context)) {
      const member = done[nth];
      if (member === undefined) continue;
      const own =
        meant.measure !== undefined && run === 0
          ? { measure: meant.measure, stem: meant.measure }
          : {};
      const its =
        meant.kind === 'thing' ? withMeasure(name, member.measure) : { [meant.kind]: name };
      done[nth] = { ...member, ...own, ...its };
    }
  }
  return done;
};

/**
 * As many figures as a run has, side by side before it, from which those of the run came about: 由4只和3只
 * 分别增加到27只和42只. [] where there are none.
 */
function runBefore(
  drafts: readonly Draft[],
  index: number,
  length: number,
  text: string,
): readonly Draft[] {
  const before = drafts.slice(Math.max(0, index - length), index);
  const [first] = before;
  const next = drafts[index];
  if (first === undefined || next === undefined || before.length < length) return [];
  const isRun = before.every(
    ({ start }, nth) => nth === 0 || LIST.test(text.slice(before[nth - 1]?.end, start)),
  );
  const leadIn = text.slice(Math.max(0, first.start - REACH), first.start);
  return isRun &&
    FROM.test(leadIn) &&
    !/[，,。；;]/.test(text.slice(before.at(-1)?.end, next.start))
    ? before
    : [];
}

/** Where a change starts from: 由1998年的4只. */
const FROM = /(?<![自理缘])[从由自][^，,。；;]*$/;

function periodsNamed(...named: Parameters<typeof periodsInTurn>): Members | undefined {
  const names = periodsInTurn(...named);
  return names && { kind: 'period', names };
}

/** The periods, places or firms that `clause`, which begins at `at`, sets side by side; undefined where it does not. */
function membersIn(
  clause: string,
  at: number,
  things: readonly string[],
  context: SentenceContext,
): Members | undefined {
  const end = at + clause.length;
  const periods = listed(
    within(context.periods, at, end).filter(({ role }) => role === 'time'),
    context.text,
  );
  if (periods.length > 1) return { kind: 'period', names: periods.map(({ period }) => period) };
  const places = placesBefore(end, context);
  if (places.length > 1) return { kind: 'actor', names: places };
  const firms = within(context.organisations, at, end).find(({ names }) => names.length > 1);
  if (firms !== undefined) return { kind: 'actor', names: firms.names };
  return alike(things);
}

/**
 * 四川、湖北、上海处于第二梯队，分别为27901亿元、26259亿元、21390亿元: the places that the clause before
 * begins with, where 分别 begins its own and there are as many of them as figures.
 */
function placesOfClauseBefore(
  start: number,
  told: number,
  measure: string,
  length: number,
  { clauses, actors, text }: SentenceContext,
): Members | undefined {
  if (start === 0 || start !== told) return undefined;
  const names = listed(within(actors, clauses.start[start - 1] ?? 0, start), text).map((place) =>
    place.names.join('、'),
  );
  if (names.length !== length) return undefined;
  // 山东、浙江三省GDP: what is measured of each stands behind the last
  const last = names.at(-1) ?? '';
  const at = measure.lastIndexOf(last);
  const whole = at < 0 ? '' : measure.slice(at + last.length).replace(SO_MANY_PLACES, '');
  return { kind: 'actor', names, ...(whole.length > 1 && { measure: whole }) };
}

/** 浙江三省GDP */
const SO_MANY_PLACES = /^[两二三四五六七八九十0-9]+个?[省市县区州地]/;

/** The first of the mentions that stand side by side with nothing but a list's marks between them. */
export function listed<T extends { readonly start: number; readonly end: number }>(
  mentions: readonly T[],
  text: string,
): T[] {
  const run: T[] = [];
  for (const mention of mentions) {
    const last = run.at(-1);
    if (last && !LIST.test(text.slice(last.end, mention.start))) {
      if (run.length > 1) break;
      run.length = 0;
    }
    run.push(mention);
  }
  return run.length > 1 ? run : [];
}

const EVERYWHERE = /^(?:国内|全国|我国|全省|全市|全县)/;

/** 在鞋类、服装和器材分别实现营收: the kinds named before 分别, of each of which the same is measured. */
function thingsNamed(
  clause: string,
  measured: readonly string[],
  length: number,
): Members | undefined {
  const names = clause.split(SEPARATOR).map((part) => part.replace(/^.*[在的，,]/, ''));
  const isList = names.length === length && names.every((name) => KIND_NAME.test(name));
  return isList && measured.length === 1 ? { kind: 'thing', names } : undefined;
}

const KIND_NAME = /^[一-鿿]{2,8}$/;

function withMeasure(name: string, measured = ''): Pick<Draft, 'measure' | 'stem'> {
  const measure = measured.startsWith(name) ? measured : name + measured;
  return { measure, stem: measure };
}

/** 汽油、柴油价格 → 汽油价格, 柴油价格: what is said of each stands behind the last alone, where they end alike. */
function withTail(things: readonly string[]): readonly string[] {
  const last = things.at(-1) ?? '';
  const others = things.slice(0, -1);
  // 汽、柴油价格: what is left of the first is one character
  if (last.length > 2 && others.every((thing) => thing.replace(EVERYWHERE, '').length === 1)) {
    return [...others.map((thing) => thing + last.slice(1)), last];
  }
  const [end = '', ...more] = new Set(others.map((thing) => thing.at(-1)));
  const cut = end === '' || more.length > 0 ? -1 : last.indexOf(end, 1);
  const tail = cut < 1 ? '' : last.slice(cut + 1);
  return tail.length > 1 ? [...others.map((thing) => thing + tail), last] : things;
}

/** What ends the name of each of several alike: 东岭镇、西岭镇和南岭镇在校学生. */
const KIND_ENDS = /^[省市县区镇乡村州盟旗街厂店校院馆路港矿站园队班组线]$/;

/** 东岭镇、西岭镇和南岭镇在校学生: names that end alike, and what is measured of each behind the last. */
function alike(things: readonly string[]): Members | undefined {
  const last = things.at(-1) ?? '';
  const others = things.slice(0, -1);
  const [kind] = new Set(others.map((thing) => thing.at(-1)));
  if (
    kind === undefined ||
    !KIND_ENDS.test(kind) ||
    others.some((thing) => !thing.endsWith(kind))
  ) {
    return undefined;
  }
  const cut = last.indexOf(kind, 1);
  if (cut < 1) return undefined;
  const measure = last.slice(cut + 1).replace(/^的/, '');
  return {
    kind: 'actor',
    names: [...others, last.slice(0, cut + 1)],
    ...(measure.length > 1 && { measure }),
  };
}

/** The figures from `index` on with nothing between them but a list's marks. */
function runFrom(drafts: readonly Draft[], index: number, text: string): Draft[] {
  const run: Draft[] = [];
  for (const draft of drafts.slice(index, index + 8)) {
    const last = run.at(-1);
    if (last && !LIST.test(text.slice(last.end, draft.start))) break;
    run.push(draft);
  }
  return run;
}

/** The places listed right before `end`, from the beginning of their clause. */
function placesBefore(end: number, { text, clauses, actors }: SentenceContext): string[] {
  const from = clauses.start[end] ?? 0;
  const places: string[] = [];
  let at = end;
  for (const place of [...actors].reverse()) {
    if (place.start < from) break;
    if (place.end > at) continue;
    if (!BETWEEN.test(text.slice(place.end, at))) break;
    places.unshift(place.names.join('、'));
    at = place.start;
  }
  return places;
}

/** Whose each figure is, by its index and that of its run: run after run of as many figures as there are members. */
function runsOf(
  drafts: readonly Draft[],
  index: number,
  names: readonly string[],
  { text, clauses }: SentenceContext,
): [index: number, name: string, run: number][] {
  const found: [number, string, number][] = [];
  const segment = clauses.segment[drafts[index]?.start ?? 0];
  let at = index;
  for (let nth = 0; ; nth += 1) {
    const run = runFrom(drafts, at, text);
    if (run.length !== names.length || clauses.segment[run[0]?.start ?? 0] !== segment) {
      return found;
    }
    for (const [place, name] of names.entries()) found.push([at + place, name, nth]);
    at += run.length;
  }
}
