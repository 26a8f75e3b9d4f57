import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const read = (id: string, ...lines: string[]) => articleOf(id, lines.join('\n\n'));
const askOf = async (...articles: ReturnType<typeof read>[]) => {
  const bot = await createBot({ articles, problems: [] });
  return (question: string) => bot.ask(question);
};

const ask = await askOf(
  read(
    'list',
    '青河县公布第二批康养村名单',
    '2024-05-06',
    '青河县今天公布第二批康养村名单，共有12个村入选。本县什么时候公布下一批名单？',
    '县水务局当天启动防汛Ⅳ级应急响应，由水务局值班。若青河水位超过警戒线，防汛办将组织撤离。',
    '张某因冒充评审人员被抓获，他交代了作案经过。',
  ),
  read(
    'phones',
    '远山科技发布新手机',
    '2024-05-07',
    '远山科技发布新手机远山 X5，起售价为2999元。远山科技由林某创立。',
  ),
);

describe('a sentence that fails a precise demand', async () => {
  it.each([
    ['of another batch', '第三批康养村名单有多少个村入选？'],
    ['of another level', '哪个部门启动了防汛Ⅲ级应急响应？'],
    ['of another model', '远山 X6的起售价是多少？'],
    ['of somebody else', '何某交代了什么？'],
  ])('%s does not answer', async (_, question) => {
    expect((await ask(question)).outcome).toBe('unanswered');
  });

  it.each([
    ['of the batch', '第二批康养村名单有多少个村入选？', '12个村'],
    ['of the level', '哪个部门启动了防汛Ⅳ级应急响应？', '水务局'],
    ['of the model', '远山X5的起售价是多少？', '2999元'],
    ['of the same person', '张某交代了什么？', '作案经过'],
  ])('%s answers', async (_, question, wanted) => {
    expect((await ask(question)).lead).toContain(wanted);
  });

  it('is passed over where it only threatens', async () => {
    const council = await askOf(
      read(
        'council',
        '青河商会发表声明',
        '2024-05-08',
        '青河商会要求码头方三日内复工，否则将撤走全部货船。',
        '远山船队当晚撤走两艘货船。',
      ),
    );
    expect((await council('谁撤走了货船？')).lead).not.toContain('否则');
    expect((await council('谁要求码头方复工？')).lead).toContain('青河商会');
  });

  it('is passed over where it asks itself', async () => {
    expect((await ask('青河县什么时候公布康养村名单？')).lead).not.toMatch(/^本县什么时候/);
  });

  it('stays behind a weaker one that tells something where it asks itself', async () => {
    const film = await askOf(
      read('film', '影市观察', '2023-02-01', '今年的票房冠军会是哪家？', '《远山》票房居第一。'),
    );
    expect((await film('票房冠军是哪部电影？')).lead).toContain('《远山》');
  });

  it('is passed over where it only supposes', async () => {
    const { lead } = await ask('防汛办组织撤离了吗？');
    expect(lead).not.toContain('若青河');
    expect((await ask('如果水位超过警戒线，谁组织撤离？')).lead).toContain('防汛办');
  });
});

it('does not take a name for a supposition', async () => {
  const askOfSeeds = await askOf(
    read('seeds', '种子库开放', '2024-04-01', '馆长沈若愚说，种子库有8200种种子。'),
  );
  const reply = await askOfSeeds('种子库有多少种种子？');
  expect(reply.lead).toContain('8200种');
});

describe('a question that names nothing over several articles', async () => {
  const many = await askOf(
    ...Array.from({ length: 22 }, (_, place) =>
      read(
        `town-${place}`,
        `${place + 1}号镇的消息`,
        '2024-03-02',
        `有关部门采取了第${place + 1}套措施，会议在${place + 1}号厅召开。`,
      ),
    ),
  );

  it('is asked back', async () => {
    expect((await many('采取了什么措施？')).notice).toContain('哪一件事');
  });

  it('is answered where there is but one article', async () => {
    const bot = await createBot({
      articles: [read('one', '一号镇的消息', '2024-03-02', '有关部门采取了停水措施。')],
      problems: [],
    });
    expect((await bot.ask('采取了什么措施？')).lead).toContain('停水');
  });
});

describe('a name', async () => {
  const named = await askOf(
    read(
      'port',
      '临海港扩建',
      '2024-03-02',
      '临海国际机场年旅客吞吐量突破800万人次。',
      '机场集团的负责人是周明远。',
    ),
    read('bank', '北山银行年报', '2024-03-03', '北山银行的行长是赵立新，去年净利润为3亿元。'),
    read('other', '南河银行开业', '2024-03-03', '南河银行今天开业，首批存款客户共有500名。'),
  );

  it('is held by what writes it out', async () => {
    expect((await named('临海机场年旅客吞吐量是多少？')).lead).toContain('800万人次');
  });

  it('of another organisation answers nothing', async () => {
    expect((await named('南河银行的行长是谁？')).outcome).toBe('unanswered');
    expect((await named('南河银行去年净利润是多少？')).outcome).toBe('unanswered');
  });
});

describe('what is asked for', async () => {
  const asked = await askOf(
    read(
      'film',
      '影片《远航》公布海报',
      '2024-05-02',
      '影片《远航》公布了海报，画面以海为主题。',
      '影片《远航》的编剧还没有公布，剧本改了三次。',
      '剧组在海边拍摄了四十天。',
    ),
    read('old', '2016年青年杯回顾', '2016-08-02', '2016年青年杯在临海体育馆举行，冠军是青山队。'),
    read('new', '青年杯消息', '2024-05-03', '青年杯组委会说，报名人数创下新高。'),
  );

  it.each([
    ['no time for when', '《远航》上映时间'],
    ['another noun than the one asked', '《远航》票房'],
    ['an office without who holds it', '《远航》的编剧是谁？'],
    ['another year', '2024年青年杯在哪里举行？'],
  ])('is not answered by %s', async (_, question) => {
    expect((await asked(question)).outcome).toBe('unanswered');
  });

  it('is answered where it is there', async () => {
    expect((await asked('2016年青年杯在哪里举行？')).lead).toContain('临海体育馆');
    expect((await asked('2016年青年杯冠军')).lead).toContain('青山队');
  });
});

describe('an attribute under another word', async () => {
  const askFirm = await askOf(
    read(
      'firm',
      '搜云公司第二季度营收1.52亿美元',
      '2023-08-08',
      '搜云公司第二季度营收1.52亿美元。',
    ),
    read(
      'fires',
      '山火持续',
      '2023-08-09',
      '据加拿大有关部门的消息，不列颠省正在燃烧的火灾数量为379起，超过全国总数的四分之一。',
    ),
  );

  it('is that of the whole as well', async () => {
    expect((await askFirm('搜云公司第二季度的总收入是多少？')).lead).toContain('1.52亿美元');
  });

  it('does not make a demand of the whole of which a share is asked', async () => {
    const { lead } = await askFirm('燃烧的火灾数量超过全国总数的几分之几？');
    expect(lead).toContain('四分之一');
  });
});

it('takes whom a notice speaks to for no label, and 块 for money', async () => {
  const askLibrary = await askOf(
    read(
      'library',
      '青岚图书馆暑期开放安排',
      '2026-06-28',
      '各位读者：7月1日起，图书馆周二至周日9:00至21:00开放，周一闭馆整理。',
      '停车场有车位96个，读者可免费停放2小时，之后每小时4元。',
    ),
  );
  expect((await askLibrary('图书馆几点开放？')).lead).toContain('9:00至21:00');
  expect((await askLibrary('停车费一小时几块？')).lead).toContain('每小时4元');
});

describe('an office', () => {
  const asked = askOf(
    read(
      'school',
      '乡村小学添了操场',
      '2024-05-06',
      '副校长石晓川说，操场上月启用，孩子们很高兴。',
    ),
  );
  it('is not that of a deputy', async () => {
    expect((await (await asked)('校长是谁？')).outcome).toBe('unanswered');
    expect((await (await asked)('副校长是谁？')).lead).toContain('石晓川');
    expect((await (await asked)('校长叫什么')).outcome).toBe('unanswered');
    expect((await (await asked)('副校长叫啥')).lead).toContain('石晓川');
  });

  it('is not that of who helps its holder', async () => {
    const askCentre = await askOf(
      read(
        'centre',
        '云川种质中心开放',
        '2024-05-06',
        '研究院副院长、云川种质中心主任助理郝一鸣说，中心将对外开放。',
      ),
    );
    expect((await askCentre('云川种质中心主任是谁？')).outcome).toBe('unanswered');
    expect((await askCentre('云川种质中心主任助理是谁？')).lead).toContain('郝一鸣');
  });
});

it('tells models and the years of Taiwan apart', async () => {
  const askTown = await askOf(
    read(
      'car',
      '2024款云雀上市',
      '2024-05-06',
      '2024款云雀上市，售价10.99万元起。云雀由青江汽车制造。',
    ),
    read(
      'living',
      '竹溪鎮生活扶助',
      '2017-05-06',
      '依公告，竹溪鎮106年度每人每月最低生活費為13,084元。',
    ),
  );
  expect((await askTown('2024款云雀卖多少钱')).lead).toContain('10.99万元');
  expect((await askTown('2022款云雀卖多少钱')).outcome).toBe('unanswered');
  expect((await askTown('竹溪鎮106年最低生活費多少')).lead).toContain('13,084元');
  expect((await askTown('竹溪鎮107年最低生活費多少')).outcome).toBe('unanswered');
});

describe('a demand that is met in another form', async () => {
  const askOfMatters = await askOf(
    read(
      'bank',
      '青国央行加息',
      '2024-05-08',
      '青国央行周三宣布，将基准利率从5%上调至5.25%。',
      '青国的西贡商业信用银行（Sacombank）英文简称为SB，成立于1991年，行长是保罗·温特，分行设在巴兰镇。',
    ),
    read(
      'people',
      '网络先驱',
      '2024-05-09',
      '从1950年代后期开始，Paul Baran提出了自适应消息块交换。',
      '高加索山最高峰为厄尔布鲁士峰，海拔为5642米。',
      '该市于当地时间30日晚开始实行宵禁。',
      '青石园的中心是祭坛，最早的建筑物是祭坛东侧的石门。',
      '继竹科园区之后，下一个值得期待的园区是台中园区。',
      '园区电子报订5/4寄出。新学员4月17日至29日（双休日除外）到园区报名。园刊全册约24页，封面为蓝底。',
      '女子跳台决赛中，选手周雨、李禾分获金银牌。',
    ),
  );

  it.each([
    ['a part of a name by its short form', '青国中央银行将基准利率上调至多少？', '5.25%'],
    ['a name by its gloss', '保罗·巴兰（Paul Baran）在1950年代提出了什么？', '消息块交换'],
    ['a name without what it ends in', '高加索山脉的最高峰海拔多少米？', '5642米'],
    ['a language, which names nobody', '西贡商业信用银行的英文简称是什么？', 'SB'],
    ['an hour of a day', '该市开始实行宵禁的时间是？', '30日晚'],
    ['a part, which is no work', '青石园最早的建筑物是哪一部分？', '石门'],
    ['a day in digits', '园区电子报哪天寄？', '5/4'],
    ['a day before a bracket that is no dateline', '新学员什么时候报名？', '4月17日'],
    ['a count by its counter', '园刊总页数', '24页'],
    ['one of two medals told together', '女子跳台谁拿的金牌？', '周雨'],
    ['a thing, where 为何 asks for no cause', '继竹科园区后下一个值得期待的园区为何？', '台中'],
  ])('is met: %s', async (_, question, wanted) => {
    expect((await askOfMatters(question)).lead).toContain(wanted);
  });
});

describe('a notice of a race with a table', async () => {
  const askRace = await askOf(
    read(
      'race',
      '竹溪市2025年半程马拉松交通管制通告',
      '2025-10-20',
      '2025竹溪半程马拉松定于11月2日7:30在体育公园南门鸣枪起跑。本届赛事共有1.2万名选手参加，比上届增加2000名。',
      '11路、23路公交临时绕行。前往高铁站的市民，可乘坐地铁2号线。地铁首班车提前至5:00发车。',
      [
        '项目\t报名费\t关门时间\t冠军奖金',
        '半程马拉松\t150元\t10:30\t20000元',
        '欢乐跑\t60元\t9:00\t无',
      ].join('\n'),
    ),
  );

  it('tells when it begins by the text, not by a time in a row', async () => {
    expect((await askRace('马拉松几点开跑')).lead).toContain('7:30');
  });

  it.each([
    ['of a race that is none of the rows', '全程马拉松报名费'],
    ['of a cell that says there is none', '欢乐跑冠军奖金多少'],
    ['of an edition it is only compared with', '上届有多少人参加'],
    ['of another line', '地铁1号线首班车几点'],
  ])('refuses what is %s', async (_, question) => {
    expect((await askRace(question)).outcome).toBe('unanswered');
  });

  it('names no fragment behind a number', async () => {
    expect((await askRace('7路车还开吗')).text).not.toContain('路车');
  });
});
