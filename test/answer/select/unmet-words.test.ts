import { beforeAll, describe, expect, it } from 'vitest';
import { MODEL } from '../../../src/answer/model/model.ts';
import { candidatesOf } from '../../../src/answer/rank/candidates.ts';
import type { Ranked } from '../../../src/answer/rank/rank.ts';
import { rank } from '../../../src/answer/rank/rank.ts';
import { retrieve } from '../../../src/answer/retrieve.ts';
import { unmetBy } from '../../../src/answer/select/unmet-words.ts';
import type { CorpusKnowledge } from '../../../src/knowledge/corpus-knowledge.ts';
import { learnCorpus } from '../../../src/knowledge/learn-corpus.ts';
import { expand } from '../../../src/question/expand.ts';
import { understand } from '../../../src/question/question.ts';
import { articleOf } from '../../helpers/article.ts';

let knowledge: CorpusKnowledge;
beforeAll(async () => {
  const article = articleOf(
    'bridge',
    '云岭大桥通车\n\n2024-05-06\n\n云岭大桥昨天通车，全长1200米，设双向六车道。大桥由云岭路桥集团承建。',
  );
  ({ knowledge } = await learnCorpus({ articles: [article], problems: [] }));
});

async function unmet(source: string) {
  const { lexicon, tokenizer, index } = knowledge;
  const question = await expand(understand(source, tokenizer), lexicon, tokenizer);
  const found = await retrieve(question, undefined, knowledge);
  const [best] = rank(candidatesOf(question, found, index), MODEL.ranker);
  return unmetBy(question, best as Ranked, index);
}

describe('what the article does not write of a question', () => {
  it('is told where it is a thing', async () => {
    expect(await unmet('云岭大桥的油漆是什么颜色？')).toBe('noun');
  });

  it('is nothing where all is written, in this word or another', async () => {
    expect(await unmet('云岭大桥有多长？')).toBe('none');
    expect(await unmet('云岭大桥由谁承建？')).toBe('none');
  });

  it('is much where a good part of the question is', async () => {
    expect(await unmet('云岭大桥为什么拖延？')).toBe('much');
  });

  it('is nothing where a word is one of grammar, of time or of little meaning', async () => {
    expect(await unmet('除了六车道之外，云岭大桥还提供什么？')).toBe('none');
    expect(await unmet('云岭大桥去年通车了吗？')).toBe('none');
    expect(await unmet('云岭大桥最宽几车道？')).toBe('none');
    expect(await unmet('云岭大桥做到了多少米？')).toBe('none');
  });

  it('is nothing where a noun only says what kind of answer is wanted', async () => {
    expect(await unmet('云岭大桥有哪些特点？')).toBe('none');
  });
});
