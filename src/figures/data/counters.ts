/**
 * Counters: unit words that name what kind of thing is counted. A `!` and the characters behind it
 * are what may not follow, because they make another word of it (家长, 部门, 人才).
 */
const ANY = `
个 项!目 家!庭长属具居电乡族畜禽园政纺 件 座!位椅标 名!单额牌义称录 位!于置居列子次数 种!植子业群 类!别型似 部!门分队署委长级件 批!准发评 次!产数日要级新于第
场!地所馆景合次面 届!时 期!间货望限末待内 轮!流胎船换 例!如外行 起!来飞步源草到伏 宗 笔!记者 款!项 门!诊店票户类槛 台!湾州风阶账独 套!餐路 辆 艘 架!构空次设 列!车入为 节!约能点目日省水 栋 幢 间!接隔距
处!理于置罚 片!区面 块!钱链 份!额 册 篇 首!先次个批届创位席家都 幅!度 枚 颗 粒 株!洲 棵 头!部 只!有能要是增减需为 匹!配 羽 尾!气矿 条!例款约件 根!据本源 支!持付出部撑援 张!家力 页 字!节架路形 户!籍外口均 口 人口 人!队口才均民工类士们大力生物员群事机选气
篇次 批次 像素 座次 所!有以得谓需在属长 对夫妻 双!方边 副!主总校院市省县部秘会教局处 本!科次届年月市省级地土身质轮报周季 集!中团群成体合约 章!程 层!次面级 段!时 步!入骤伐 站!点位在 班!子级车线组 组!织合成建 股!份权东票市价 手!机术段工续 张床 顶 卷 局!面势部长 场次 例次 人份 盏 把!握 家次 期次
剂 剂次 针次 人次 万人次 人天 人日 架次 车次 航次 班列 班次 床位 张床位 车位 标准箱 标箱 TEU 户次 件次 册次 例次 株次 台次 台套 台（套） 辆次 艘次 千人 工位 席位 席!卷 部门 岗位 社区 点位 口井 人头 对新人
折 瓶 盒 袋 箱 包!括含装 杯 碗 封 杆 档节目 票 亿吨级 代!表理价码替
`;

/** Counters that are read behind arabic numerals only: in Chinese ones they are mostly parts of names (三级医院, 四面, 两地). */
const ARABIC_ONLY = `
级!别 分!离别之公司析布行支类级成红歧散为享期局工明部店 点!击位多到半整 道!路德理 面!积临向对前 线 环!节境保 床!位上头单垫 国!家产内企有际债庆籍标防货画足民土 省!级份 市!级民 县!级 镇 村 地!区方 省份 县市 市县 县区 乡镇 路!线 强 排 号线 度!假 基!金本点础站地于准因层调辅
`;

export interface Counter {
  readonly unit: string;
  /** Characters that must not follow. */
  readonly not: string;
  readonly arabicOnly: boolean;
}

const parse = (source: string, arabicOnly: boolean): Counter[] =>
  source
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [unit = '', not = ''] = entry.split('!');
      return { unit, not, arabicOnly };
    });

const once = new Map(
  [...parse(ARABIC_ONLY, true), ...parse(ANY, false)].map((counter) => [counter.unit, counter]),
);

export const COUNTERS: readonly Counter[] = [...once.values()];
