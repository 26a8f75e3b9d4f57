import { expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

/** The lead that answers, from an article of these paragraphs. */
async function leadOf(question: string, ...paragraphs: string[]): Promise<string> {
  const text = `江北动态\n\n2024-03-05\n\n${paragraphs.join('\n\n')}`;
  const bot = await createBot({ articles: [articleOf('a', text)], problems: [] });
  return (await bot.ask(question)).lead;
}

const OTHERS = '当天还举行了文艺演出。演出持续到深夜，吸引了不少市民。';

it('brings the sentence that names what a pronoun opens with, however far up in the paragraph', async () => {
  const lead = await leadOf(
    '谁把祖传的手稿捐给了图书馆？',
    '许文远是江北的退休教师。他今年八十二岁。他把祖传的手稿捐给了图书馆。仪式随后结束。',
    OTHERS,
  );
  expect(lead).toMatch(/^许文远是江北的退休教师。/u);
  expect(lead).toContain('手稿');
});

it('brings the sentence that names in full what is called by its kind alone', async () => {
  const lead = await leadOf(
    '投放无人巡检船的是谁？',
    '江北水务集团上月换了新标志。集团还在三条河道投放了无人巡检船。天气一直晴好。',
    OTHERS,
  );
  expect(lead).toMatch(/^江北水务集团上月换了新标志。集团还/u);
});

it('leaves out what a sentence does not lean on', async () => {
  const lead = await leadOf(
    '修订后的公司法什么时候施行？',
    '江北水务集团上月换了新标志。公司法修订后自七月一日起施行。',
    OTHERS,
  );
  expect(lead).toBe('公司法修订后自七月一日起施行。');
});

it('begins behind the marks that set the sentence before in bold', async () => {
  const lead = await leadOf(
    '谁说油价有望维持高位？',
    '**受种种因素影响，油价震荡。** 首席财务官谢大山说，油价有望维持高位。',
    OTHERS,
  );
  expect(lead).toBe('首席财务官谢大山说，油价有望维持高位。');
});

it('keeps both marks of what a sentence sets in bold, or neither', async () => {
  const article = `**第十条**　携带犬只外出的，应当使用不超过一点五米的牵引带。`;
  expect(await leadOf('牵引带不超过几米？', article)).toBe(article);
  expect(await leadOf('牵引带不超过几米？', '**牵引带不超过两米。**')).toBe('牵引带不超过两米。');
});

it('brings the sentence beside it that tells the noun asked for', async () => {
  const lead = await leadOf(
    '青江新材料博览会主题',
    '青江新材料博览会昨天在会展中心开幕。大会以“轻而坚”为主题，有两百家企业参展。',
    OTHERS,
  );
  expect(lead).toContain('青江新材料博览会昨天');
  expect(lead).toContain('“轻而坚”为主题');
});

const DUTIES = [
  '（二）护林员职责：',
  '1、每天巡山两次；',
  '2、登记进山的车辆；',
  '3、看管防火器材。',
  '应聘者请于五月前报名。',
];

it('brings the list that stands in the paragraphs below the line that announces it', async () => {
  const lead = await leadOf('护林员职责是什么？', OTHERS, ...DUTIES);
  expect(lead).toMatch(/^（二）护林员职责：/u);
  expect(lead).toMatch(/看管防火器材。$/u);
});

it('holds in the first passage what it quotes of a list', async () => {
  const text = `江北动态\n\n2024-03-05\n\n${[OTHERS, ...DUTIES].join('\n\n')}`;
  const article = articleOf('a', text);
  const bot = await createBot({ articles: [article], problems: [] });
  const { lead, passages } = await bot.ask('护林员职责是什么？');
  const [first] = passages;
  expect(first?.text).toContain(lead);
  expect(first?.text).toBe(article.text.slice(first?.start, first?.end));
});

it('quotes no line that only speaks to somebody', async () => {
  const lead = await leadOf('哪些单位要报送材料？', '各报送材料的单位：', OTHERS);
  expect(lead).toBe('');
});
