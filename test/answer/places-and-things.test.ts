import { describe, expect, it } from 'vitest';
import { asked, marked } from '../helpers/asked.ts';

const CRASH = `松湾两车相撞

3月4日8时，松湾交警通报一起两车相撞事故，因司机停车买水引发。

事发时，何某驾驶一辆中型客车沿槐安东路由西向东行驶，与路边停放的轿车相撞。

事故中轿车的主人不在车上，两车都有损坏。`;

describe('which thing it is', () => {
  it('is the road by a road', async () => {
    expect((await asked(CRASH, '何某是在哪条路上相撞的')).lead).toContain('槐安东路');
  });

  it.each([
    '轿车是什么牌子',
    '轿车是什么颜色',
  ])('is not told by what has nothing of the kind: %s', async (question) => {
    const reply = await asked(CRASH, question);
    expect([reply.outcome, reply.certainty]).not.toEqual(['answered', 'sure']);
  });
});

const FLIGHT = `《云港晚报》报道一架客机紧急降落

《云港晚报》称，一架从迈阿密起飞的客机发生了令人紧张的一幕，机长在飞行中身体不适。

副驾驶不得不接手，将飞机降在巴拿马城，医护人员随后赶到。`;

it.each([
  '客机的机长叫什么名字',
  '接手的副驾驶叫什么',
  '客机是哪家航空公司的',
])('is nobody by a paper or by where a plane flies: %s', async (question) => {
  expect((await asked(FLIGHT, question)).outcome).toBe('unanswered');
});

const BULLETIN = `松湾市2023年统计公报

据初步核算，全市实现生产总值617.5亿元，按可比价格计算，比上年增长5.2%，总量迈上新台阶，位次前移一位。

表1 2023年松湾市生产总值

| 指标 | 绝对数（亿元） | 增长（%） |
| --- | --- | --- |
| 第一产业 | 37.1 | 2.6 |
| 第二产业 | 339.8 | 4.5 |
| 第三产业 | 240.5 | 6.7 |
| 农林牧渔业 | 39.0 | 2.9 |
| 建筑业 | 49.5 | 4.0 |
| 批发零售业 | 61.2 | 3.1 |

2023年，全市户籍人均生产总值为141647元，比上年增长4.8%。`;

it('takes no amount per head for the total, however many rows stand between', async () => {
  const { lead } = await asked(BULLETIN, '松湾GDP多少');
  expect(lead).toContain('617.5');
  expect(await marked(BULLETIN, '松湾2023年人均生产总值是多少')).toEqual(['141647元']);
});

const SICK = `腸病毒防治提醒

若學童出現發燒、喉嚨痛等症狀，家長應儘速帶其就醫；經診斷感染腸病毒者，應在家休息至少7天再返校。`;

it('keeps a supposition to its own part of the sentence', async () => {
  expect((await asked(SICK, '感染腸病毒要在家休息幾天')).lead).toContain('至少7天');
});

const HALL = `(一)本館開放時間為每週二至週日上午9:00至17:00。

(二)本館一律免費參觀,預約導覽請於二星期前,預約專線(089)330252

(三)每週一為休館日,其餘如選舉日、農曆春節的開放時間
另行公告。

(四)超過A4大小的隨身物件,請放置服務台寄物櫃。`;

describe('a list of rules', () => {
  it.each([
    ['參觀要買票嗎', '免費參觀'],
    ['導覽要提前多久預約', '二星期前'],
    ['星期一有開嗎', '每週一為休館日'],
  ])('is read item by item: %s', async (question, wanted) => {
    expect((await asked(HALL, question)).lead).toContain(wanted);
  });

  it('says nothing of the price of what stands beside the free thing', async () => {
    const reply = await asked(HALL, '導覽一場要多少錢');
    expect([reply.outcome, reply.certainty]).not.toEqual(['answered', 'sure']);
  });
});

const TICKETS = `云麓山淡季票价

淡季期间，云麓山景区门票由旺季的145元调整至90元；石门寺门票由旺季的80元调整至60元。针对老年人、学生的优惠政策不变。

从10月27日至31日门票实行七折优惠。`;

describe('a price', () => {
  it.each([
    ['云麓山淡季门票多少钱', '90元'],
    ['云麓山旺季门票多少钱', '145元'],
  ])('is that of the season asked for: %s', async (question, wanted) => {
    expect(await marked(TICKETS, question)).toEqual([wanted]);
  });

  it('is not told for students by what others pay', async () => {
    expect((await asked(TICKETS, '云麓山学生票多少钱')).outcome).toBe('unanswered');
  });
});

const RACE = `松湾馬拉松退費辦法

2024年12月30日前退費扣除行政作業費200元；12月31日至1月6日退全額70%。

申請退費請聯絡松湾路跑協會(電話:02-25855659、傳真:02-25996716)。`;

describe('what is called, and how long something takes', () => {
  it.each([
    ['退費可以打什麼電話', '02-25855659'],
    ['退費傳真號碼', '02-25996716'],
  ])('is the number behind its own label: %s', async (question, wanted) => {
    expect(await marked(RACE, question)).toEqual([wanted]);
  });

  it('is no time from one day to another', async () => {
    expect((await asked(RACE, '退費多久到帳')).outcome).toBe('unanswered');
  });
});

const RAIN = `松湾降雨情况

目前云团少动，预计未来3小时槐安镇还将有20到40毫米的降雨。过去2小时槐安镇已出现100毫米以上降雨。

降雨量在1000毫米以上的有3个点位，700毫米以上的有51个点位。

松湾市共转移持证残疾人家庭，各镇设安置点2处。`;

describe('a number', () => {
  it('is what fell rather than what is forecast', async () => {
    expect((await marked(RAIN, '槐安镇下了多少雨'))[0]).toBe('100毫米以上');
  });

  it('is the one told of the number given', async () => {
    expect(await marked(RAIN, '降雨1000毫米以上的点有几个')).toEqual(['3个']);
  });

  it('of something else in the sentence tells nothing', async () => {
    const reply = await asked(RAIN, '松湾有多少持证残疾人');
    expect([reply.outcome, reply.certainty]).not.toEqual(['answered', 'sure']);
  });
});

const MACHINE = `为便于学生补卡，提高工作效率，即日起正式启用一台校园卡自助补卡机，现将有关事宜通知如下：

一、使用对象：全日制在校生；

二、设备地点：槐安食堂一楼；`;

it('counts the one that is set up, in the first sentence of a notice without a title', async () => {
  expect((await asked(MACHINE, '学校启用了几台自助补卡机')).lead).toContain('启用一台');
});

const CHARGER = `云港充电器说明

若充电时指示灯快速闪烁，可能表示内部发热。若出现此情况，请立即停止充电。`;

it('quotes what is to be done with the case in which it is', async () => {
  expect((await asked(CHARGER, '指示灯快速闪烁怎么办')).lead).toContain('请立即停止充电');
});

const FIRM = `松湾药业纪事

7月6日，接到松湾县科经局电话，云港药业副总经理很开心。2018年7月，云港药业落户松湾开发区，计划投资1.8亿元。`;

it('marks the day in the sentence that tells it', async () => {
  expect(await marked(FIRM, '云港药业什么时候落户松湾')).toEqual(['2018年7月']);
});

const BUS = `松湾公交线路调整公告

一、5路
取消槐安桥一站，改走柳河街。票价2元。

二、夜间N3路
大学城至火车站，22:30至次日1:00，每30分钟一班，票价3元。

换证一般5个工作日送达，需提交白底照片两张。

咨询电话：0999-8210099，投诉电话：0999-12320。`;

describe('what stands below another heading', () => {
  it('is said of another line of buses', async () => {
    expect(await marked(BUS, '5路票价')).toEqual(['2元']);
    expect((await asked(BUS, '5路多久一班')).outcome).toBe('unanswered');
  });

  it.each([
    ['换证几天能送达', '5个工作日'],
    ['投诉电话是多少', '0999-12320'],
  ])('a value of its own kind, behind its own name: %s', async (question, wanted) => {
    expect(await marked(BUS, question)).toEqual([wanted]);
  });
});

const VACCINE = `松湾卫生院流感疫苗接种通知

2026年度流感疫苗已到苗，现将安排通知如下。

一、接种时间
10月8日至12月31日，每周一至周五上午8:00至11:00。

二、接种地点
门诊楼二楼（柳河街118号）。

三、接种费用
三价流感疫苗每剂58元，接种后可产生抗体。`;

describe('what a heading says is told below it', () => {
  it.each([
    ['流感疫苗什么时候开始打', '10月8日'],
    ['流感疫苗在哪打', '柳河街118号'],
  ])('%s', async (question, wanted) => {
    expect((await asked(VACCINE, question)).lead).toContain(wanted);
  });

  it('names no maker where none is named', async () => {
    expect((await asked(VACCINE, '流感疫苗是哪家公司生产的')).outcome).toBe('unanswered');
  });
});

const GYM = `松湾游泳馆开放须知

游泳馆自6月15日起进入夏季开放季，至9月10日结束。每周三午场闭馆。

一、开放时间
周一至周五分为两场：早场6:30至8:30，晚场18:00至21:30。周六、周日全天开放，时间为9:00至21:00。

二、会员卡
1.次卡：20次卡700元，一年内有效，可多人共用。
2.次卡未使用满5次的，可在购卡后15日内申请退款。

多家旅行社到松湾游泳馆踩点，部分旅行社推出游泳课程。`;

describe('the hours, the card and the agency', () => {
  it('opens when the line below its hours says', async () => {
    expect((await asked(GYM, '游泳馆周末几点开门')).lead).toContain('9:00至21:00');
  });

  it('says nothing of the hours of what it does not speak of', async () => {
    const reply = await asked(GYM, '游泳馆的餐厅几点开门');
    expect([reply.outcome, reply.certainty]).not.toEqual(['answered', 'sure']);
  });

  it('pays back by what speaks of paying back', async () => {
    expect((await asked(GYM, '次卡可以退吗')).lead).toContain('申请退款');
  });

  it.each([
    '哪家旅行社推出了游泳课程',
    '游泳馆的总部在哪',
  ])('is not told by some of a kind, nor by another place: %s', async (question) => {
    expect((await asked(GYM, question)).outcome).toBe('unanswered');
  });
});

const RAIL = `云港高铁开工

云港高铁设计时速350公里，项目总投资120亿元，沿线设车站9座。`;

it('is no length by how fast something goes', async () => {
  expect((await asked(RAIL, '云港高铁全长多少公里')).outcome).toBe('unanswered');
  expect(await marked(RAIL, '云港高铁时速多少')).toEqual(['350公里']);
});

const DELUGE = `云溪突涨

昨日8时，云溪水位为634.38米，随后水位起涨。消防部门立即赶赴现场搜救，4人获救。`;

it.each([
  '云溪那天下了多少雨',
  '云溪救援出动了多少消防员',
])('is told by no number of another thing: %s', async (question) => {
  expect((await asked(DELUGE, question)).outcome).toBe('unanswered');
});

const PARTY = `松湾读书会

松湾读书会周六举行。请携带小钱包保管物品，入场时出示二维码。`;

it.each([
  '松湾读书会要交钱吗',
  '松湾读书会在哪里举行',
])('is told neither by a purse nor by an entrance: %s', async (question) => {
  expect((await asked(PARTY, question)).outcome).toBe('unanswered');
});
