/** What kind of quantity a unit measures; figures of different dimensions never mix. */
export type Dimension =
  | 'money'
  | 'percent'
  | 'count'
  | 'length'
  | 'area'
  | 'volume'
  | 'weight'
  | 'energy'
  | 'power'
  | 'temperature'
  | 'time'
  | 'age'
  | 'data'
  | 'frequency'
  | 'pressure'
  | 'ratio'
  | 'transport'
  | 'ordinal'
  | 'rate';

/** How a unit is read: what it measures, and how many of the base unit it holds. */
export interface UnitRow {
  readonly dimension: Dimension;
  /** The SI unit (or the accepted one beside it) and the factor to it, where a scale is folded in. */
  readonly base?: readonly [unit: string, factor: number];
}

const rows = (dimension: Dimension, names: string): [string, UnitRow][] =>
  names.split(' ').map((name) => [name, { dimension }]);

const scaled = (
  dimension: Dimension,
  base: string,
  factors: Readonly<Record<string, number>>,
): [string, UnitRow][] =>
  Object.entries(factors).map(([name, factor]) => [name, { dimension, base: [base, factor] }]);

/**
 * Units of measurement. Factors: SI brochure, and the Chinese market units as fixed in 1959
 * (1 斤 = 0.5 kg, 1 亩 = 2000/3 m², 1 里 = 500 m).
 */
export const UNITS: ReadonlyMap<string, UnitRow> = new Map([
  ...rows('percent', '% ％ ‰ 个百分点 百分点 个基点 基点 BP bp 个点'),
  ...scaled('length', 'm', {
    ...{ 公里: 1000, 千米: 1000, 华里: 500, 里地: 500, 海里: 1852, 英里: 1609.344, 米: 1 },
    ...{
      厘米: 0.01,
      公分: 0.01,
      公尺: 1,
      毫米: 0.001,
      微米: 1e-6,
      纳米: 1e-9,
      英寸: 0.0254,
      吋: 0.0254,
      英尺: 0.3048,
    },
    ...{ km: 1000, m: 1, cm: 0.01, mm: 0.001, nm: 1e-9, 光年: 9.4607304725808e15 },
  }),
  ...scaled('area', 'm²', {
    ...{ 平方公里: 1e6, 平方千米: 1e6, 平方米: 1, 平米: 1, 公顷: 10_000, 亩: 2000 / 3 },
    ...{
      平方公尺: 1,
      坪: 400 / 121,
      平方厘米: 1e-4,
      平方英尺: 0.09290304,
      平方英里: 2_589_988.110336,
      英亩: 4046.8564224,
      'km²': 1e6,
      'm²': 1,
    },
  }),
  ...scaled('volume', 'm³', {
    ...{
      立方米: 1,
      立方公尺: 1,
      立方公里: 1e9,
      立方厘米: 1e-6,
      方: 1,
      升: 0.001,
      公升: 0.001,
      毫升: 1e-6,
    },
    ...{ 加仑: 0.003785411784, 桶: 0.158987294928, L: 0.001, mL: 1e-6, ml: 1e-6, 'm³': 1 },
  }),
  ...scaled('weight', 'kg', {
    ...{ 吨: 1000, 公吨: 1000, 公斤: 1, 千克: 1, 斤: 0.5, 市斤: 0.5, 两重: 0.05, 克: 0.001 },
    ...{ 毫克: 1e-6, 微克: 1e-9, 盎司: 0.028349523125, 磅: 0.45359237, 克拉: 0.0002 },
    ...{ kg: 1, g: 0.001, mg: 1e-6, 载重吨: 1000, 总吨: 1000 },
  }),
  // a tonne of coal equivalent is 7 × 10^9 cal (GB/T 2589)
  ...scaled('energy', 'J', {
    ...{ 千瓦时: 3.6e6, 兆瓦时: 3.6e9, 吉瓦时: 3.6e12, 瓦时: 3600, 度电: 3.6e6, 千瓦小时: 3.6e6 },
    ...{ kWh: 3.6e6, MWh: 3.6e9, GWh: 3.6e12, TWh: 3.6e15, 焦耳: 1, 千焦: 1000, 吉焦: 1e9 },
    ...{ 吨标准煤: 2.93076e10, 吨标煤: 2.93076e10, 千卡: 4186.8, 大卡: 4186.8 },
  }),
  ...scaled('power', 'W', {
    ...{ 千瓦: 1000, 兆瓦: 1e6, 吉瓦: 1e9, 瓦: 1, kW: 1000, MW: 1e6, GW: 1e9, 马力: 735.49875 },
  }),
  ...rows('temperature', '摄氏度 ℃ °C 华氏度 ℉ °F 开尔文'),
  ...scaled('time', 's', {
    ...{ 个小时: 3600, 小时: 3600, 分钟: 60, 秒钟: 1, 秒: 1, 毫秒: 0.001, 微秒: 1e-6, 纳秒: 1e-9 },
    ...{
      天: 86_400,
      个工作日: 86_400,
      个工作天: 86_400,
      昼夜: 86_400,
      个星期: 604_800,
      星期: 604_800,
      周: 604_800,
    },
  }),
  // months and years have no fixed length: they stay themselves
  ...rows('time', '年 个月 个季度 周年 年间 个年头 载'),
  ...rows('age', '周岁 岁 个月大 周大 天大'),
  ...rows('data', 'GB TB PB EB MB KB Gbps Mbps 比特 字节 兆比特 PFLOPS EFLOPS Token tokens'),
  ...rows('frequency', 'GHz MHz kHz Hz 赫兹'),
  ...rows('pressure', 'Pa kPa MPa 帕 千帕 百帕 兆帕 毫米汞柱 mmHg'),
  ...rows('ratio', '倍 番'),
  ...rows('rate', '分贝 dB'),
  ...rows('transport', '吨公里 人公里 公里/小时 米/秒 km/h m/s'),
]);

/** Money. All currencies stay apart: no rate is the article's own. */
export const CURRENCIES: ReadonlyMap<string, UnitRow> = new Map([
  ...rows('money', '元人民币 人民币 元 美元 美金 欧元 英镑 日元 日圆 港元 港币 澳门元 新台币 韩元'),
  ...rows(
    'money',
    '卢布 卢比 瑞士法郎 法郎 加元 澳元 新加坡元 新元 泰铢 雷亚尔 兰特 里亚尔 越南盾 印尼盾 比索 里拉 林吉特 克朗 第纳尔',
  ),
  ...scaled('money', '元', { 块钱: 1, 角: 0.1, 角钱: 0.1, 毛钱: 0.1, 分钱: 0.01 }),
]);
