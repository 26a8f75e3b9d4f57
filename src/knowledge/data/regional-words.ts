import { Locale } from 'opencc-js/t2cn';
import { simplify } from '../../language/simplify.ts';
import { lazy } from '../../util/lazy.ts';
import { REGIONAL_NAMES } from './regional-names.ts';

/**
 * What Taiwan and Hong Kong call otherwise than the mainland and OpenCC does not list, by the cross-strait
 * word lists (兩岸常用詞語對照) that schools use, and the days of the week, which each place calls by all of
 * their names; simplified, as words are compared.
 */
const FURTHER = `
笔电 笔记本电脑 笔记型电脑
电脑 计算机
品质 质量
硬体 硬件
资讯 信息
资料库 数据库
讯号 信号
行动电源 充电宝
影片 视频 短片
影音 视频
捷运 地铁
机车 摩托车
计程车 出租车 的士
公车 公交车 巴士
单车 自行车 脚踏车
便当 盒饭
行动电话 手机
幼稚园 幼儿园
国小 小学 国民小学
国中 初中 国民中学
大专院校 高校
研究所 研究生院
在地 本地 当地
境外移入 境外输入
确诊个案 确诊病例
个案 病例
民众 群众 市民
晶片 芯片
外送 外卖
奈米 纳米
雷射 激光
疫调 流调
口罩令 口罩规定
固定资产投资 固投
按年 同比
按月 环比
按季 环比
楼价 房价
星期一 周一 礼拜一
星期二 周二 礼拜二
星期三 周三 礼拜三
星期四 周四 礼拜四
星期五 周五 礼拜五
星期六 周六 礼拜六
星期日 星期天 周日 礼拜日 礼拜天
`;

/** Each word with what it is called elsewhere, simplified: OpenCC's phrases (Apache-2.0) and FURTHER. */
export const regionalWords = lazy((): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>();
  const add = (word: string, other: string) => {
    if (word === other || word.length < 2 || other.length < 2) return;
    words.set(word, [...new Set([...(words.get(word) ?? []), other])]);
  };
  const entries = [Locale.from['twp'], Locale.from['hkp']].flatMap((groups) => {
    // the phrases come first; behind them stand tables of single characters
    const [phrases = ''] = [groups ?? []].flat(2);
    return String(phrases).split('|');
  });
  for (const entry of entries) {
    const [there = '', here = ''] = entry.split(' ').map(simplify);
    add(there, here);
    add(here, there);
  }
  for (const line of (FURTHER + REGIONAL_NAMES.trim()).trim().split('\n')) {
    const group = line.split(' ');
    for (const word of group) for (const other of group) add(word, other);
  }
  return words;
});
