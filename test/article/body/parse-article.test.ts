import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/body/parse-article.ts';
import { readPlain } from '../../../src/article/formats/text.ts';
import { slice } from '../../../src/util/span.ts';
import { holding, leftOut, page, parse, quoted, sentences, texts, values } from '../helpers.ts';
import { expectSound } from '../invariants.ts';

const BODY =
  '长三角是全国创新能力最强的区域之一，三省一市联合开展攻关、共建创新平台、共享科技资源。';

describe('a bulletin of statistics, one line a paragraph', () => {
  const article = page('communique.txt');

  test('has its date and both publishers', () => {
    expect(article.title).toBe('青川省2022年国民经济和社会发展统计公报[1]');
    expect(article.date).toBe('2023-03-02');
    expect(values(article, 'source')).toEqual(['青川省统计局', '国家统计局青川调查总队']);
  });

  test('has numbered sections of two levels', () => {
    expect(article.headings.map((h) => [h.level, h.text])).toEqual([
      [1, '一、综合'],
      [1, '二、农业'],
      [3, '表1  2022年主要农产品产量及其增长速度'],
      [1, '三、工业和建筑业'],
      [2, '（一）工业'],
      [2, '（二）建筑业'],
    ]);
  });

  test('each indented line and each row of the table is a paragraph', () => {
    expect(texts(article)).toContain('年末全省常住人口[3]4210万人，比上年末减少3万人。');
    expect(texts(article)).toContain('粮食\t1320.5\t1.1');
    expect(holding(article, '油料').heading).toBe(
      '表1  2022年主要农产品产量及其增长速度 | 产品名称 | 产量（万吨） | 比上年增长（%）',
    );
  });

  test('a list broken after ； is one paragraph, and notes stay', () => {
    expect(texts(article)).toContain(
      '全年规模以上工业增加值增长4.0%。分经济类型看，国有控股企业增长3.2%；\n股份制企业增长4.6%。',
    );
    expect(texts(article)).toContain('[3]常住人口包括离开户口登记地不满半年的人。');
    expect(leftOut(article)).toEqual({ '- 12 -': 'page-number' });
  });
});

describe('a page of a news portal', () => {
  const article = page('portal-news.txt');

  test('the title is the first line that is no breadcrumb', () => {
    expect(article.title).toBe('我国首座深远海风电制氢平台投产');
  });

  test('the publisher stands beside the date, the reporters in the dateline', () => {
    expect(article.date).toBe('2023-08-17');
    expect(article.source).toBe('观海新闻网');
    expect(quoted(article, 'author')).toEqual([
      ['李楠', '新华社青岛8月17日电（记者李楠、王 磊）'],
      ['王 磊', '新华社青岛8月17日电（记者李楠、王 磊）'],
    ]);
    expect(values(article, 'author')).toEqual(['李楠', '王磊']);
    expect(values(article, 'editor')).toEqual(['孙丽']);
  });

  test('only the four paragraphs of the story can be quoted', () => {
    expect(texts(article).map((text) => text.slice(0, 6))).toEqual([
      '新华社青岛8',
      '“这座平台每',
      '据介绍，平台',
      '有网友问：“',
    ]);
    expect(Object.values(leftOut(article))).toEqual([
      'breadcrumb',
      'page-bar',
      'page-bar',
      'page-bar',
      'original-title',
      'caption',
      'editor',
      'notice',
      'related',
      'related',
      'related',
      'related',
      'neighbours',
      'neighbours',
      'copyright',
      'registration',
    ]);
  });
});

describe('a page saved from a browser', () => {
  const article = page('saved-page.txt');

  test('its title is the printed one, without the site', () => {
    expect(article.title).toBe('青岚湖候鸟越冬数量创新高 观鸟步道本周开放');
    expect(leftOut(article)['青岚湖候鸟越冬数量创新高　观鸟步道本周开放_生态频道_江畔在线']).toBe(
      'browser-title',
    );
  });

  test('date, source and authors are read behind breadcrumb and title', () => {
    expect(article).toMatchObject({ date: '2022-12-09', source: '江畔在线' });
    expect(values(article, 'author')).toEqual(['沈岚', '吴子墨', '顾一帆']);
    expect(values(article, 'editor')).toEqual(['白雪']);
  });

  test('only the story can be quoted, and a question between paragraphs is a heading', () => {
    expect(texts(article).map((text) => text.slice(0, 5))).toEqual([
      '江畔日报讯',
      '保护区连续',
      '“浅滩回来',
      '全长3.2',
    ]);
    expect(article.headings.map((h) => h.text)).toEqual(['鸟为什么多了？', '步道怎样预约']);
    expect(Object.values(leftOut(article))).toEqual([
      'browser-title',
      'breadcrumb',
      'page-bar',
      'editor',
      'notice',
      'site-links',
    ]);
  });

  test.each([
    '_江畔在线',
    ' - 江畔在线',
    '|江畔在线',
    '-生态频道-江畔在线',
    ' —— 江畔在线',
  ])('the site may be set apart as in X%s', (site) => {
    const title = '青岚湖观鸟步道开放';
    const read = parse(`${title}${site}\n\n${title}\n\n2022-12-09 10:45\n\n${BODY}`);
    expect(values(read, 'title')).toEqual([title]);
    expect(read.date).toBe('2022-12-09');
    expect(texts(read)).toEqual([BODY]);
  });

  test('a title with a bar of its own stays whole', () => {
    const read = parse(`青岚湖观察 | 步道开放\n\n2022-12-09\n\n${BODY}`);
    expect(read.title).toBe('青岚湖观察 | 步道开放');
  });

  test('a song that begins with its title keeps its first line', () => {
    const song = parse('青岚湖上的船\n\n青岚湖上的船，\n轻轻地摇。\n\n青岚湖上的船\n慢慢地靠。');
    expect(texts(song)).toHaveLength(2);
    expect(leftOut(song)).toEqual({});
    const same = parse('青岚湖上的船\n\n青岚湖上的船\n轻轻地摇着橹。');
    expect(leftOut(same)).toEqual({});
  });
});

test('reporter and correspondent in the brackets of a dateline are both authors', () => {
  const article = parse(`夏粮收购展开\n\n江畔日报讯（记者沈岚 通讯员吴子墨）${BODY}`);
  expect(quoted(article, 'author').map(([name]) => name)).toEqual(['沈岚', '吴子墨']);
  expect(article.source).toBe('江畔日报');
});

describe('a page of a public account', () => {
  const article = page('wechat.txt');

  test('author and account stand beside the date', () => {
    expect(values(article, 'author')).toEqual(['何静']);
    expect(article.source).toBe('乡见周刊');
    expect(article.date).toBe('2023-11-05');
    expect(values(article, 'editor')).toEqual(['陈默']);
  });

  test('a number on a line of its own belongs to the heading below', () => {
    expect(article.headings.map((h) => [h.text, slice(article.text, h.span)])).toEqual([
      ['01从一间空屋开始', '01\n\n从一间空屋开始'],
      ['02钱从哪里来', '02\n\n钱从哪里来'],
    ]);
    expect(article.paragraphs).toHaveLength(5);
  });
});

describe('a traditional Chinese page', () => {
  const article = page('taiwan.txt');

  test('the agency, the reporter and the editor are read from the text', () => {
    expect(article.source).toBe('中央社');
    expect(quoted(article, 'author')).toEqual([['林怡君', '（中央社記者林怡君台南14日電）']]);
    expect(values(article, 'editor')).toEqual(['張雅雯']);
    expect(article.date).toBe('2023-09-14');
  });

  test('caption and further reading are left out', () => {
    expect(article.paragraphs).toHaveLength(4);
    expect(Object.values(leftOut(article))).toEqual(['caption', 'related', 'related']);
  });

  test('a quotation in corner brackets is a sentence', () => {
    expect(sentences(article, holding(article, '老房子'))).toContain(
      '市長黃志偉表示：「老房子不是包袱。老房子是城市最好的教科書。」',
    );
  });
});

test('in an interview each turn is a paragraph and no question is a heading', () => {
  const article = page('interview.txt');
  expect(article.headings).toEqual([]);
  expect(texts(article)).toContain('记者：什么是脑机接口？');
  expect(values(article, 'author')).toEqual(['马莉']);
  expect(leftOut(article)).toEqual({ '（本版图片均由受访者提供）': 'picture' });
});

describe('a notice wrapped at forty columns', () => {
  const article = page('wrapped.txt');

  test('lines of one block are one paragraph', () => {
    expect(texts(article)).toContain(
      '每支重点团队给予5000元经费支持，全市共\n支持120支团队，总经费60万元，由市级财政和各\n高校按1∶1比例分担。',
    );
  });

  test('who signs it at the foot is its source, and the day there its date', () => {
    expect(article.source).toBe('共青团某市委员会');
    expect(article.date).toBe('2023-06-05');
  });

  test('the second line of its title cannot be quoted as text', () => {
    expect(texts(article)[0]).toBe('各高校团委：');
    expect(values(article, 'title')).toEqual([
      '中国共产主义青年团某市委员会关于开展',
      '2023年暑期社会实践活动的通知',
    ]);
  });
});

describe('a speech', () => {
  const article = parse(
    `2021年政府工作报告\n\n\u200b\n\n政府工作报\n告\n\n\n——2021年3月5日在第十三届人民代表大会第四次会议上\n\n\n某省省长\n\u3000李克勤\n\n\n各位代表：\n\n现在，我向大会报告政府工作，请予审议。\n\n\n一、2020年工作回顾\n\n过去一年极不平凡，全省上下顽强拼搏，脱贫攻坚战取得决定性成就，交出一份人\n\u200b\n民满意的答卷。全年主要目标任务较好完成。\n\n一是稳住了经济基本盘。\n面对冲击，我们注重用改革办法助企纾困（PM\n2.5\n）浓度继续下降。`,
  );

  test('takes day and speaker from its head', () => {
    expect(article.date).toBe('2021-03-05');
    expect(quoted(article, 'author')).toEqual([['李克勤', '某省省长\n\u3000李克勤']]);
    expect(article.title).toBe('2021年政府工作报告');
    expect(article.source).toBeUndefined();
  });

  test('tells the meeting at which it was given, in the line that dates it', () => {
    const line = '——2021年3月5日在第十三届人民代表大会第四次会议上';
    expect(quoted(article, 'occasion')).toEqual([['第十三届人民代表大会第四次会议', line]]);
    expect(quoted(article, 'date')).toEqual([['2021年3月5日', line]]);
  });

  test('has the year of its title where it prints no day', () => {
    const dated = parse('2019年某省政府工作报告\n\n各位代表：\n\n现在，我向大会报告政府工作。');
    expect(dated.date).toBe('2019');
    expect(values(dated, 'date')).toEqual([]);
  });

  test('the salutation is a paragraph', () => {
    expect(texts(article)[0]).toBe('各位代表：');
    expect(article.headings.map((h) => h.text)).toEqual(['一、2020年工作回顾']);
  });

  test('a paragraph that a converter broke is one again, with the break in its span', () => {
    const paragraph = holding(article, '民满意');
    expect(sentences(article, paragraph)[0]).toMatch(/交出一份人\n\u200b\n民满意的答卷。$/u);
    expect(paragraph.heading).toBe('一、2020年工作回顾');
    expect(texts(article).at(-1)).toContain('（PM\n2.5\n）浓度继续下降。');
  });
});

describe('headings of plain text', () => {
  test('one question on a page without headings is what the writer asks', () => {
    const article = parse(`标题\n\n${BODY}\n\n路在何方？\n\n${BODY}`);
    expect(texts(article)).toEqual([BODY, '路在何方？', BODY]);
    const several = parse(`标题\n\n${BODY}\n\n路在何方？\n\n${BODY}\n\n钱从哪里来？\n\n${BODY}`);
    expect(several.headings.map((h) => h.text)).toEqual(['路在何方？', '钱从哪里来？']);
  });

  test('two short blocks, the first ending in a comma, are one heading', () => {
    const article = parse(`标题\n\n${BODY}\n\n联合攻关，\n\n突破核心技术“命门”\n\n${BODY}`);
    expect(article.headings).toMatchObject([{ text: '联合攻关，突破核心技术“命门”', level: 1 }]);
    expect(article.headings.map((h) => slice(article.text, h.span))).toEqual([
      '联合攻关，\n\n突破核心技术“命门”',
    ]);
    expect(article.paragraphs.map((p) => p.heading)).toEqual([
      undefined,
      '联合攻关，突破核心技术“命门”',
    ]);
  });

  test('a share bar between two short blocks keeps them from being one heading', () => {
    const article = parse(`标题\n\n${BODY}\n\n02\n\n点击查看更多\n\n钱从哪里来\n\n${BODY}`);
    expect(article.headings.map((h) => slice(article.text, h.span))).toEqual(['钱从哪里来']);
    expect(leftOut(article)).toEqual({ 点击查看更多: 'click-through' });
  });

  test('chapters, articles and numbered points have their levels', () => {
    const article = parse(
      `某条例\n\n第一章 总则\n\n第一条 为了规范管理，制定本条例。\n\n第二章 分则\n\n第一节 一般规定\n\n第二条 本条例自公布之日起施行。`,
    );
    expect(article.headings.map((h) => [h.level, h.text])).toEqual([
      [1, '第一章 总则'],
      [1, '第二章 分则'],
      [2, '第一节 一般规定'],
    ]);
    expect(texts(article)).toHaveLength(2);
  });

  test('a chapter whose name is set wide is a heading, and rules and volumes stand apart', () => {
    const law = parse(
      '水井管理办法\n\n第一章  总    则\n    第一条  水井由乡镇管理。\n\n第二章  罚    则\n    第二条  污染水井的，处罚款。',
    );
    expect(law.headings.map(({ text }) => text)).toEqual(['第一章  总    则', '第二章  罚    则']);
    const novel = parse(
      '河口旧事\n========\n卷一 归乡\n第一章 老井\n    林秋雨从县城回到河口，看见井已经干了。\n    她坐在井台上，一直坐到天黑。\n第二章 新井\n    第二年春天，镇上打了一口新井。\n（全书完）\nPS：求收藏！',
    );
    expect(novel.headings.map(({ text }) => text)).toEqual([
      '卷一 归乡',
      '第一章 老井',
      '第二章 新井',
    ]);
    expect(texts(novel)).toHaveLength(3);
    expect(Object.values(leftOut(novel))).toEqual(['ornament', 'end-mark', 'author-aside']);
  });

  test('a list of short lines has paragraphs and no headings', () => {
    const article = parse('采购清单\n\n苹果\n\n香蕉\n\n梨');
    expect(texts(article)).toEqual(['苹果', '香蕉', '梨']);
    expect(article.headings).toEqual([]);
  });

  test('the last item of a numbered list is no heading of what follows', () => {
    const article = parse(`标题\n\n1. 苹果\n\n2. 香蕉\n\n3. 梨\n\n${BODY}`);
    expect(article.headings).toEqual([]);
    expect(texts(article)).toHaveLength(4);
  });

  test('items of a list are no headings, nor are fields with a number', () => {
    const article = parse(
      '季度报告\n证券代码：600000\n一、股东信息\n前两大股东持股情况如下：\n张三 5.2%\n李四 3.1%\n本公告内容真实、准确、完整。\n某公司董事会\n2023年4月28日',
    );
    expect(article.headings.map((h) => h.text)).toEqual(['一、股东信息']);
    expect(texts(article)).toContain('李四 3.1%');
    expect(article).toMatchObject({ source: '某公司董事会', date: '2023-04-28' });
  });

  test('a heading may stand in the block of its paragraph', () => {
    const article = parse('苏州园林\n\n历史\n苏州园林起始于春秋时期，形成于五代，成熟于宋代。');
    expect(article.headings.map((h) => h.text)).toEqual(['历史']);
    expect(texts(article)).toEqual(['苏州园林起始于春秋时期，形成于五代，成熟于宋代。']);
  });

  test('a poem keeps its couplets', () => {
    const article = parse(
      '静夜思\n\n李白\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。',
    );
    expect(texts(article).slice(-2)).toEqual([
      '床前明月光，\n疑是地上霜。',
      '举头望明月，\n低头思故乡。',
    ]);
  });

  test('the days of a chronicle are headings and not its date', () => {
    const article = parse(
      `大事记\n\n2020年1月20日\n\n${BODY}\n\n2020年1月21日\n\n${BODY}\n\n2020年1月22日\n\n${BODY}`,
    );
    expect(article.date).toBeUndefined();
    expect(article.headings.map((h) => h.text)).toEqual([
      '2020年1月20日',
      '2020年1月21日',
      '2020年1月22日',
    ]);
  });
});

describe('the title', () => {
  test('a first line that is a sentence is title and text', () => {
    const article = parse('今天天气很好。\n\n我们去公园了。');
    expect(article.title).toBe('今天天气很好。');
    expect(texts(article)).toEqual(['今天天气很好。', '我们去公园了。']);
  });

  test('a line with a dash below it is its second line', () => {
    const article = parse(`离读心还有多远\n——访某大学教授梁思源\n\n本报记者 马莉\n\n${BODY}`);
    expect(values(article, 'title')).toEqual(['离读心还有多远', '访某大学教授梁思源']);
    expect(values(article, 'author')).toEqual(['马莉']);
    expect(texts(article)).toEqual([BODY]);
  });

  test('short lines above a date are not lost to it', () => {
    expect(texts(parse('采购清单\n苹果\n香蕉\n\n梨\n2023-06-01'))).toEqual(['苹果\n香蕉', '梨']);
  });

  test('a dateline without brackets names the reporter', () => {
    const article = parse('夏粮收购展开\n\n本报北京6月1日电 记者李楠报道：全国夏粮收购展开。');
    expect(quoted(article, 'author')).toEqual([['李楠', '本报北京6月1日电 记者李楠']]);
  });

  test('a file of one line can be quoted', () => {
    expect(texts(parse('只有一行'))).toEqual(['只有一行']);
  });

  test('of a long first paragraph only the beginning is shown', () => {
    const article = parse(BODY.repeat(3));
    expect(article.title).toBe(BODY.repeat(3).slice(0, 60));
    expect(texts(article)).toEqual([BODY.repeat(3)]);
  });

  test('an impossible date is told and passed over', () => {
    const parsed = parseArticle('x.txt', readPlain(`标题\n\n2023-13-45 来源：新华社\n\n${BODY}`));
    expect(parsed).toMatchObject({
      ok: true,
      article: { source: '新华社' },
      warnings: [expect.stringContaining('2023-13-45')],
    });
    expect(parsed.ok && parsed.article.date).toBeFalsy();
  });
});

test('a page without blank lines or indents has a paragraph a line', () => {
  const article = parse(`标题\n2023-06-01 来源：新华社\n${BODY}\n${BODY}\n一点建议\n${BODY}`);
  expect(texts(article)).toEqual([BODY, BODY, BODY]);
  expect(article.headings.map((h) => h.text)).toEqual(['一点建议']);
});

test('a paragraph too long to cite is cut at the ends of its sentences', () => {
  const line = '渔村里的人都说江上的雾来得早也散得早。'.repeat(400);
  const article = parse(
    `寒江\n\n第一回 沈舟夜渡\n\n${line}\n\n第二回 投军\n\n${line.slice(0, 190)}`,
  );
  expectSound(article);
  expect(article.headings.map(({ text }) => text)).toEqual(['第一回 沈舟夜渡', '第二回 投军']);
  expect(texts(article).slice(0, -1).join('')).toBe(line);
  for (const each of texts(article)) expect(each.length).toBeLessThanOrEqual(1000);
});

test('an item that the next one follows at once is text, and goes on in the few words below it', () => {
  const article = parse(
    `参观须知\n\n(一)本馆每周二至周日9:00至17:00开放。\n\n(二)本馆一律免费参观,预约导览请于二星期前\n\n(三)请保持安静,勿大声喧哗,以免妨碍他\n人参观。\n\n(四)请勿携带宠物入馆。`,
  );
  expect(article.headings).toEqual([]);
  expect(texts(article)).toContain('(二)本馆一律免费参观,预约导览请于二星期前');
  expect(texts(article)).toContain('(三)请保持安静,勿大声喧哗,以免妨碍他\n人参观。');
});

test('an item numbered as the section before it is no part of that section', () => {
  const article = parse(
    `补卡说明\n\n${BODY}\n\n四、使用方法\n\n1.凭身份证登录。\n\n2.单击补卡。\n\n五、工本费:15元/张;\n\n六、注意事项\n\n1.请确认卡片无法找回。`,
  );
  expect(holding(article, '单击补卡').heading).toBe('四、使用方法');
  expect(holding(article, '工本费').heading).toBeUndefined();
  expect(holding(article, '无法找回').heading).toBe('六、注意事项');
});
