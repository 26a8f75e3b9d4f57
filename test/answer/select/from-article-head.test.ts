import { describe, expect, it } from 'vitest';
import { HEAD_QUESTIONS } from '../../../src/answer/select/data/head-questions.ts';
import { answerFromHead } from '../../../src/answer/select/from-article-head.ts';
import { articleOf } from '../../helpers/article.ts';
import { tokenizer, understand } from '../../helpers/tokenizer.ts';

const one = articleOf(
  'one',
  '黄河大桥建成通车\n\n2024-05-06 08:00 来源：新华社\n\n大桥全长三公里，今天建成通车，两岸居民过河只要五分钟。',
);
const two = articleOf(
  'two',
  '地铁五号线开工\n\n2024-06-07 来源：人民日报\n\n地铁五号线全长四十公里，今天开工，预计四年以后建成。',
);

const ask = (question: string, articles = [one], last?: string) =>
  answerFromHead(understand(question), articles, last, tokenizer);

describe('answerFromHead', () => {
  it.each(
    HEAD_QUESTIONS.filter(({ said }) => said === undefined).map(
      ({ field, example }) => [example, field] as const,
    ),
  )('%s asks for the %s', (question, field) => {
    expect(ask(question)?.field).toBe(field);
  });

  it('gives the facts of the head', () => {
    expect(ask('这篇文章是什么时候发布的')?.facts.map(({ value }) => value)).toEqual([
      '2024-05-06',
    ]);
  });

  it('asks for the update of an article that is named, where its head tells of one', () => {
    const manual = articleOf(
      'manual',
      '巡检手册\n\n更新日期：2024-03-02\n\n每周巡检一次，记录留存两年。',
    );
    expect(ask('手册是什么时候更新的', [manual])?.facts.map(({ value }) => value)).toEqual([
      '2024-03-02',
    ]);
    expect(ask('手册是什么时候更新的', [one])).toBeUndefined();
  });

  it('means the article by what such documents are called, where it is pointed at', () => {
    expect(ask('这份规程是哪天发布的')?.field).toBe('date');
    expect(ask('规程是哪天发布的')).toBeUndefined();
    expect(ask('是哪个公众号发的')?.field).toBe('source');
  });

  it('gives none where the head does not say', () => {
    expect(ask('责任编辑是谁')).toMatchObject({ field: 'editor', facts: [] });
  });

  it('means the article talked about, or the one whose title is named', () => {
    expect(ask('来源是哪里', [one, two], 'two')?.article).toBe(two);
    expect(ask('黄河大桥那篇报道的来源', [one, two])?.article).toBe(one);
    expect(ask('来源是哪里', [one, two])).toBeUndefined();
  });

  it('leaves alone what asks of something else', () => {
    expect(ask('《红楼梦》的作者是谁')).toBeUndefined();
    expect(ask('统计公报什么时候发布')).toBeUndefined();
  });
});
