import type { Article } from '../article/article.ts';
import { FLOWS } from '../figures/data/directions.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { isCounter } from '../figures/parts/units.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { understand } from '../question/question.ts';
import { chinesePeriod } from '../reply/format-values.ts';
import { answer } from './answer.ts';
import type { Model } from './model/model.ts';

/** Upper limit of the suggestions of one article. */
const POOL = 3;
/** Upper limit of the questions tried for one article: each costs as much as an answer. */
const TRIES = 5;

/** Questions about an article that the corpus does answer: found at the first call, then looked up. */
export function suggestionsOf(
  article: Article,
  knowledge: CorpusKnowledge,
  model: Model,
): Promise<readonly string[]> {
  return knowledge.suggestionsOf(article, (one, figures) =>
    suggestionsFor(one, figures, async (question, expected) => {
      const { reply } = await answer(understand(question, knowledge.tokenizer), {}, knowledge, {
        model,
      });
      return reply.lead.includes(expected);
    }),
  );
}

/**
 * Questions about an article that it does answer: made from its figures and the people it quotes,
 * and kept only when `answers` says that the reply holds what the question was made from.
 */
async function suggestionsFor(
  article: Article,
  figures: readonly Figure[],
  answers: (question: string, expected: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const candidates = [...figureQuestions(figures), ...personQuestions(article)];
  const kept: string[] = [];
  for (const { question, expected } of spread(candidates, TRIES)) {
    if (kept.length === POOL) break;
    if (!kept.includes(question) && (await answers(question, expected))) kept.push(question);
  }
  return kept;
}

interface SuggestedQuestion {
  readonly question: string;
  readonly expected: string;
}

function figureQuestions(figures: readonly Figure[]): SuggestedQuestion[] {
  return figures
    .filter(
      ({ measure, period }) => measure.length >= 4 && measure.length <= 16 && period !== undefined,
    )
    .map(({ measure, unit, period, actor, direction, text }) => {
      const when = period === undefined || period.includes('/') ? '' : chinesePeriod(period);
      const flow = direction !== undefined && FLOWS.includes(direction) ? direction : '';
      const subject = `${when}${actor ?? ''}${flow}`;
      const question = isCounter(unit)
        ? `${subject}有多少${unit}${measure}？`
        : `${subject}${measure}是多少？`;
      return { question, expected: text };
    });
}

/** Somebody quoted by name: …总监张三告诉记者. */
const QUOTED_PERSON =
  /(?:总监|主任|主管|经理|院长|校长|教授|主席|总裁|负责人|助理|专家)(\p{Script=Han}{2,3}?)(?:说|表示|告诉|介绍|认为|指出)/gu;

function personQuestions({ text }: Article): SuggestedQuestion[] {
  return [...text.matchAll(QUOTED_PERSON)].flatMap(([, name]) =>
    name === undefined ? [] : [{ question: `${name}是谁？`, expected: name }],
  );
}

/** At most `count` items from all over the list, in order. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return items.filter(
    (_, place) =>
      Math.floor((place * count) / items.length) !==
      Math.floor(((place - 1) * count) / items.length),
  );
}
