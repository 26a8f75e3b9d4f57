import { expect, it } from 'vitest';
import { MODEL } from '../../../src/answer/model/model.ts';
import { candidatesOf } from '../../../src/answer/rank/candidates.ts';
import { type Ranked, rank } from '../../../src/answer/rank/rank.ts';
import { retrieve } from '../../../src/answer/retrieve.ts';
import { certaintySigns } from '../../../src/answer/select/certainty.ts';
import { learnCorpus } from '../../../src/knowledge/learn-corpus.ts';
import { expand } from '../../../src/question/expand.ts';
import { understand } from '../../../src/question/question.ts';
import { articleOf } from '../../helpers/article.ts';

const TOLD = '要统筹推进河湖清淤工程，让两岸百姓早日受益。';

async function signsOf(other: string) {
  const articles = [
    articleOf('morning', `治水会议召开\n\n2024-03-05\n\n会议在青石镇召开。乔松年强调，${TOLD}`),
    articleOf('evening', `全县部署治水\n\n2024-03-05\n\n全县干部到会。${other}`),
  ];
  const { knowledge } = await learnCorpus({ articles, problems: [] });
  const { lexicon, tokenizer, index } = knowledge;
  const question = await expand(understand('统筹推进什么工程', tokenizer), lexicon, tokenizer);
  const found = await retrieve(question, undefined, knowledge);
  const ranked = rank(candidatesOf(question, found, index), MODEL.ranker);
  const best = ranked[0] as Ranked;
  const run = { first: best.index, last: best.index };
  return certaintySigns({ question, best, ranked, run, answerability: 0.5 });
}

it('takes the same sentence of another story for no rival', async () => {
  const repeated = await signsOf(TOLD);
  const rivalled = await signsOf('要统筹推进道路绿化工程，让两岸百姓早日受益。');
  expect(repeated.rivalParagraphs).toBeLessThan(rivalled.rivalParagraphs);
  expect(repeated.margin).toBeGreaterThan(rivalled.margin);
  expect(repeated.lead).toBeGreaterThan(rivalled.lead);
});
