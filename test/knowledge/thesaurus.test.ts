import { describe, expect, it } from 'vitest';
import { THESAURUS_DOMAINS, writtenWords } from '../../src/knowledge/thesaurus.ts';
import { simplify } from '../../src/language/simplify.ts';

const lines = Object.entries(THESAURUS_DOMAINS).flatMap(([domain, text]) =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ domain, line, sides: line.split(' > ').map((side) => side.split(' ')) })),
);

/** What asks with the first and is answered by the second would be answered with the opposite, or with a sibling. */
const NEVER: readonly (readonly [asked: string, written: string])[] = [
  ['涨', '下跌'],
  ['跌', '上涨'],
  ['升', '下降'],
  ['降', '上升'],
  ['变多', '减少'],
  ['变少', '增加'],
  ['变强', '减弱'],
  ['变弱', '增强'],
  ['买', '出售'],
  ['卖', '购买'],
  ['赢', '不敌'],
  ['输', '战胜'],
  ['亏钱', '盈利'],
  ['赚钱', '亏损'],
  ['开门', '闭馆'],
  ['关门', '开馆'],
  ['晚上', '上午'],
  ['早上', '晚上'],
  ['冷', '高温'],
  ['热', '低温'],
  ['男的', '女'],
  ['女的', '男'],
  ['收成', '播种面积'],
  ['种多少', '产量'],
  ['销量', '产量'],
  ['产能', '销量'],
  ['卖到国外', '进口'],
  ['出口多少', '进口额'],
  ['进口多少', '出口额'],
  ['外国游客', '国内游客'],
  ['城里人', '农村居民'],
  ['乡下人', '城镇居民'],
  ['生多少人', '死亡人口'],
  ['取钱', '存款'],
  ['借钱', '偿还'],
  ['被告的', '原告'],
  ['同意', '反对'],
  ['修好', '损坏'],
  ['断电', '恢复供电'],
  ['哥哥', '胞弟'],
  ['弟弟', '兄长'],
  ['妹妹', '胞姐'],
  ['男朋友', '女友'],
  ['二胎', '三孩'],
  ['礼拜六', '周日'],
  ['酒驾', '醉酒驾驶'],
  ['喝醉开车', '饮酒后驾驶'],
  ['站票', '座位'],
  ['亚军', '金牌'],
  ['大雨', '小雨'],
  ['放暑假', '寒假'],
  ['日活', '月活跃用户'],
  ['天亮', '夜间'],
  ['谁拿金牌', '银牌'],
  ['谁第二', '冠军'],
  ['退钱', '缴纳'],
  ['借来', '出借'],
  ['租下', '出租'],
  ['房东', '承租人'],
  ['租客', '出租人'],
  ['买家', '出售'],
  ['原告', '被告'],
  ['爸', '母亲'],
  ['妈', '父亲'],
  ['老公', '妻子'],
  ['新郎', '女方'],
  ['前夫', '前妻'],
  ['最小几岁', '最大'],
  ['最便宜多少', '顶配'],
  ['几点开门', '闭馆'],
  ['几点关门', '开馆'],
  ['膝盖', '髋关节'],
  ['胯', '膝关节'],
  ['北边', '南部'],
  ['变快', '放缓'],
  ['变松', '收紧'],
  ['顺差', '逆差'],
  ['出口多少', '进口'],
  ['主力买多少', '净卖出'],
  ['礼拜天', '星期六'],
  ['买票', '贿选'],
  ['休战', '交火'],
  ['升息', '降息'],
  ['扩招', '裁员'],
  ['输球', '战胜'],
  ['打赢官司', '败诉'],
  ['多产', '减产'],
  ['加仓', '减持'],
  ['转亏', '扭亏'],
  ['卡在', '被困'],
  ['走人', '入职'],
  ['住院', '出院'],
  ['教书', '就读'],
  ['老二', '冠军'],
  ['老三', '亚军'],
  ['民企', '国有企业'],
  ['外企', '国有企业'],
  ['央企', '民营企业'],
  ['买方', '供应商'],
  ['卖方', '采购人'],
  ['第一次判', '二审'],
  ['第二次判', '一审'],
  ['养着多少', '出栏'],
  ['存栏', '出栏'],
  ['卖房面积', '房屋竣工面积'],
  ['正职', '副局长'],
  ['副职', '局长'],
  ['足球', '篮球'],
  ['京剧', '越剧'],
  ['打赢官司', '败诉'],
  ['打输官司', '胜诉'],
  ['领涨', '领跌'],
  ['首班', '末班车'],
  ['税前利润', '净利润'],
  ['男单', '女子单打'],
  ['科二', '科目三'],
  ['胜诉', '驳回诉讼请求'],
  ['暴涨', '暴跌'],
  ['看好吗', '看空'],
  ['教育局', '教育部'],
  ['人社部', '人力资源和社会保障局'],
  ['岳父', '岳母'],
  ['公公婆婆', '岳父'],
];

describe('the thesaurus', () => {
  it('has asked words on the left and written ones on the right of each line', () => {
    const odd = lines.filter(
      ({ sides }) => sides.length !== 2 || sides.flat().some((word) => !/^\S{1,12}$/u.test(word)),
    );
    expect(odd.map(({ line }) => line)).toEqual([]);
    expect(lines.length).toBeGreaterThan(9000);
  });

  it('answers each asked word with another word', () => {
    const alone = lines.filter(({ sides: [asked = [], written = []] }) =>
      asked.some((word) => written.every((other) => other === word)),
    );
    expect(alone.map(({ line }) => line)).toEqual([]);
  });

  it('has no word twice on a side, and no line twice', () => {
    const twice = lines.filter(({ sides }) =>
      sides.some((side) => new Set(side).size < side.length),
    );
    expect(twice.map(({ line }) => line)).toEqual([]);
    const texts = lines.map(({ line }) => line);
    expect(texts.filter((line, place) => texts.indexOf(line) < place)).toEqual([]);
  });

  it('is in simplified characters and lower case, as questions are when they are compared', () => {
    const words = lines.flatMap(({ sides }) => sides.flat());
    expect(words.filter((word) => simplify(word).toLowerCase() !== word)).toEqual([]);
  });

  it('leaves particles out of what is asked, for they come and go', () => {
    const asked = lines.flatMap(({ sides: [left = []] }) => left);
    expect(
      asked.filter((word) => /.[了着]/u.test(word) && !/睡不着|找着|接着|着火/u.test(word)),
    ).toEqual([]);
  });

  it.each(NEVER)('does not answer %s with %s', (asked, written) => {
    expect(writtenWords(asked)?.has(written) ?? false).toBe(false);
  });

  it.each([
    ['偷', '盗窃'],
    ['开卖', '开售'],
    ['归谁管', '主管部门'],
    ['要钱', '免费'],
    ['晚上', '夜间'],
    ['票弄丢', '遗失'],
    ['走时候几岁', '享年'],
    ['能报几门', '限报'],
    ['谁拿金牌', '摘得金牌'],
    ['要不要赔', '承担赔偿责任'],
    ['到手钱', '可支配收入'],
    ['私人老板', '民间投资'],
    ['爸妈带小孩', '亲子同行'],
    ['一日之内', '24小时'],
    ['砸', '失误'],
    ['砍', '取消'],
    ['管不管用', '有效'],
    ['丢饭碗', '失业'],
    ['撕毁合同', '毁约'],
    ['宽限几天', '延期'],
    ['着草', '潜逃'],
    ['哪年盖', '始建于'],
    ['一窝几个', '产仔'],
    ['刊物', '学报'],
    ['老二', '亚军'],
    ['国企', '国有控股企业'],
    ['三产', '第三产业'],
    ['位子', '职务'],
    ['名头', '称号'],
    ['打日本', '抗日战争'],
    ['走掉人', '逝者'],
    ['手忙脚乱', '慌张'],
    ['数一数二', '名列前茅'],
    ['半马', '半程马拉松'],
    ['康文署', '康乐及文化事务署'],
  ])('answers %s with %s, and not the other way', (asked, written) => {
    expect(writtenWords(asked)?.has(written)).toBe(true);
    expect(writtenWords(written)?.has(asked) ?? false).toBe(false);
  });

  it.each([
    ['mvp', '最有价值球员'],
    ['国际货币基金组织', 'imf'],
  ])('answers %s with %s, which are short for one another', (asked, written) => {
    expect(writtenWords(asked)?.has(written)).toBe(true);
  });

  it('holds the question words of one sense for one', () => {
    const written = [...(writtenWords('原来叫啥') ?? [])];
    expect(written).toContain('原名');
    expect([...(writtenWords('原来叫什么') ?? [])]).toEqual(written);
    expect(writtenWords('叫什么')).toBeUndefined();
  });
});
