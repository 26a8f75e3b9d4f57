import { z } from 'zod';
import type { Reply } from '../reply/reply.ts';
import { YuanwenError } from '../util/errors.ts';
import { type SpanScore, scoreSpan } from './span-score.ts';

const EXPECTATION = z.discriminatedUnion('answerable', [
  z
    .object({
      answerable: z.literal(true),
      must_contain: z.array(z.string()).default([]),
      any_of: z.array(z.string()).min(1).optional(),
      paragraph_contains: z.string().optional(),
    })
    .refine((expect) => expect.any_of !== undefined || expect.must_contain.length > 0, {
      message: 'must_contain or any_of must hold something',
    }),
  z.object({ answerable: z.literal(false) }),
]);

const CASE = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.string().default(''),
  prev_id: z.string().optional(),
  expect: EXPECTATION,
});

/** A question and what its reply must hold. */
export type Case = Readonly<z.infer<typeof CASE>>;

/** A question with its reply and how it did; a score that does not apply to it is left out. */
export interface Result {
  readonly case: Case;
  readonly reply: Reply;
  /** Milliseconds that the reply took. */
  readonly ms: number;
  readonly leadHit?: boolean;
  readonly passageHit?: boolean;
  /** The lead or an alternative holds the answer. */
  readonly shownHit?: boolean;
  /** Of an answer: whether it was given as unsure. */
  readonly unsure?: boolean;
  /** Of an answer that was given as sure: whether it is none. */
  readonly sureButWrong?: boolean;
  readonly figureHit?: boolean;
  readonly refusedRightly?: boolean;
  readonly falselyRefused?: boolean;
  /** The first highlight, or the whole lead without any, against the answer labelled. */
  readonly span?: SpanScore;
}

/** `hits` out of the `of` questions that the score applies to. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
}

export interface Scores {
  readonly questions: number;
  readonly leadHit: Rate;
  readonly passageHit: Rate;
  readonly shownHit: Rate;
  readonly figureHit: Rate;
  readonly refusedRightly: Rate;
  readonly falselyRefused: Rate;
  /** Of the answers. */
  readonly unsure: Rate;
  /** Of the answers given as sure. */
  readonly sureButWrong: Rate;
  /** Highlights that are the labelled answer, to the character but for marks. */
  readonly spanExact: Rate;
  /** Mean F1 of highlights, 0 to 1, over the questions that `spanExact` counts; 0 of none. */
  readonly spanF1: number;
  /** Mean UTF-16 units of the leads of answered replies; 0 without any. */
  readonly meanLead: number;
  /** The same with the alternatives. */
  readonly meanShown: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/**
 * Reads questions, one JSON object a line; blank lines are skipped.
 * @throws YuanwenError with code `input`, naming the line and what is wrong with it
 */
export function parseCases(text: string): readonly Case[] {
  const cases: Case[] = [];
  const ids = new Set<string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const fault = (what: string) => new YuanwenError('input', `line ${index + 1}: ${what}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw fault('not JSON; write one object a line');
    }
    const { success, data, error } = CASE.safeParse(value);
    if (!success)
      throw fault(
        error.issues
          .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
          .join('; '),
      );
    if (ids.has(data.id)) throw fault(`the id "${data.id}" is used twice`);
    if (data.prev_id !== undefined && !ids.has(data.prev_id))
      throw fault(`prev_id "${data.prev_id}" is the id of no line before it`);
    ids.add(data.id);
    cases.push(data);
  }
  if (cases.length === 0) throw new YuanwenError('input', 'holds no questions');
  return cases;
}

/**
 * Asks every question in order, those with `prev_id` in the conversation of that question.
 * @param now milliseconds of a monotonic clock
 */
export async function evaluate(
  cases: readonly Case[],
  ask: (question: string, conversation: string) => Promise<Reply>,
  now: () => number,
): Promise<readonly Result[]> {
  const conversations = new Map<string, string>();
  const results: Result[] = [];
  for (const one of cases) {
    const earlier = one.prev_id === undefined ? undefined : conversations.get(one.prev_id);
    const conversation = earlier ?? one.id;
    conversations.set(one.id, conversation);
    const from = now();
    const reply = await ask(one.question, conversation);
    results.push(judge(one, reply, now() - from));
  }
  return results;
}

function judge(one: Case, reply: Reply, ms: number): Result {
  const answered = reply.outcome === 'answered';
  const { expect } = one;
  const unsure = reply.certainty === 'unsure';
  const told = (wrong: boolean) => ({
    ...(answered && { unsure }),
    ...(answered && !unsure && { sureButWrong: wrong }),
  });
  if (!expect.answerable) return { case: one, reply, ms, refusedRightly: !answered, ...told(true) };
  const holds = (text: string) => holdsAnswer(text, expect);
  const answers = expect.any_of ?? expect.must_contain;
  const quantities = answers.filter(isQuantity);
  const found = (wanted: string) => reply.figures.some(({ text }) => sameFigure(text, wanted));
  return {
    case: one,
    reply,
    ms,
    leadHit: answered && holds(reply.lead),
    shownHit:
      answered &&
      [{ text: reply.lead }, ...(reply.alternatives ?? [])].some(({ text }) => holds(text)),
    ...told(!holds(reply.lead)),
    passageHit: holds(reply.passages[0]?.text ?? ''),
    ...(quantities.length > 0 && {
      figureHit: expect.any_of ? quantities.some(found) : quantities.every(found),
    }),
    falselyRefused: !answered,
    // several things that must all be there are no one span
    ...((expect.any_of !== undefined || answers.length === 1) && {
      span: scoreSpan(answered ? highlighted(reply) : '', answers),
    }),
  };
}

function highlighted({ lead, highlights: [first] }: Reply): string {
  return first === undefined ? lead : lead.slice(...first);
}

/** Whether a text holds what the reply to an answerable question must hold. */
export function holdsAnswer(text: string, expect: Case['expect'] & { answerable: true }): boolean {
  const hay = comparable(text);
  const has = (wanted: string) => hay.includes(comparable(wanted));
  return expect.any_of ? expect.any_of.some(has) : expect.must_contain.every(has);
}

/** What two strings are compared as: NFKC, without white space. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** A quantity with little around it: 达1.8亿元, 40个节点, 三成; no name or clause that holds one. */
const QUANTITY =
  /^\p{Script=Han}{0,2}?(?:\d[\d.,]*|[零一二两三四五六七八九十百千万亿]+[多余]?(?=分之|[成倍个项家场名人次届种条座所位元]))\P{P}{0,6}$/u;

/** A day, month or year: when something was, not how much. 13年 may be how long. */
const DATE =
  /(?:民国|公元前?)?(?:\d{3,4}年代?|(?<=民国)\d+年)[初末底]?|(?:\d+|[一二三四五六七八九十]+)(?:月|日|号)/gu;

function isQuantity(wanted: string): boolean {
  return QUANTITY.test(comparable(wanted).replace(DATE, ''));
}

/** Whether one holds the other without cutting a number: 达1.8亿元 ⊃ 1.8亿元, 40个 ⊂ 40个节点. */
function sameFigure(text: string, wanted: string): boolean {
  const [a, b] = [comparable(text), comparable(wanted)];
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const at = long.indexOf(short);
  if (at < 0 || short === '') return false;
  const cut = /[\d.,]{2}/;
  const edge = at + short.length;
  return !cut.test(long.slice(at - 1, at + 1)) && !cut.test(long.slice(edge - 1, edge + 1));
}

/** The scores of all results, and of each kind of question, in order of appearance. */
export function score(results: readonly Result[]): {
  readonly all: Scores;
  readonly kinds: ReadonlyMap<string, Scores>;
} {
  const kinds = new Map<string, Result[]>();
  for (const result of results) {
    const kind = kinds.get(result.case.kind);
    if (kind) kind.push(result);
    else kinds.set(result.case.kind, [result]);
  }
  return {
    all: scoresOf(results),
    kinds: new Map([...kinds].map(([kind, some]) => [kind, scoresOf(some)])),
  };
}

function scoresOf(results: readonly Result[]): Scores {
  const rate = (of: (result: Result) => boolean | undefined): Rate => {
    const verdicts = results.map(of).filter((verdict) => verdict !== undefined);
    return { hits: verdicts.filter(Boolean).length, of: verdicts.length };
  };
  const leads = results.filter(({ reply }) => reply.outcome === 'answered');
  const spans = results.flatMap(({ span }) => (span === undefined ? [] : [span]));
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    questions: results.length,
    leadHit: rate((result) => result.leadHit),
    passageHit: rate((result) => result.passageHit),
    shownHit: rate((result) => result.shownHit),
    figureHit: rate((result) => result.figureHit),
    refusedRightly: rate((result) => result.refusedRightly),
    falselyRefused: rate((result) => result.falselyRefused),
    unsure: rate((result) => result.unsure),
    sureButWrong: rate((result) => result.sureButWrong),
    spanExact: rate(({ span }) => span?.exact),
    spanF1: spans.reduce((sum, { f1 }) => sum + f1, 0) / (spans.length || 1),
    meanLead: leads.reduce((sum, { reply }) => sum + reply.lead.length, 0) / (leads.length || 1),
    meanShown: leads.reduce((sum, { reply }) => sum + lengthShown(reply), 0) / (leads.length || 1),
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

function lengthShown({ lead, alternatives = [] }: Reply): number {
  return alternatives.reduce((sum, { text }) => sum + text.length, lead.length);
}

/** The nearest-rank quantile of ascending numbers; 0 of none. */
function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
}
