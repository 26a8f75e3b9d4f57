import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

async function asked(text: readonly string[], question: string) {
  const articles = [articleOf('notice', text.join('\n\n'))];
  return (await createBot({ articles, problems: [] })).ask(question);
}

const LIBRARY = [
  '海州图书馆开放通知',
  '图书馆二楼自习区新增插座40个，读者凭读者证入座。',
  '闭馆前半小时停止借书，如遇问题请与服务台联系。',
];

describe('an article of few sentences', () => {
  it.each([
    [LIBRARY, '二楼自习区新增了多少插座？', '40个'],
    [LIBRARY, '有问题找哪个部门？', '服务台'],
  ])('%#: answers what it tells', async (text, question, wanted) => {
    expect((await asked(text, question)).lead).toContain(wanted);
  });

  it.each([
    ['图书馆什么时候招聘馆员？'],
  ])('%s is refused where it only shares a word', async (question) => {
    expect((await asked(LIBRARY, question)).outcome).toBe('unanswered');
  });
});
