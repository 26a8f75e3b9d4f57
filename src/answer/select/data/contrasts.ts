/**
 * Words of which one excludes the others, each as a pattern over normalised text: what is said of the
 * women's race is not said of the men's. A pattern must not match inside another member of its kind.
 */
export const CONTRASTS: readonly (readonly RegExp[])[] = [
  // who competes, and how many side by side
  [/女(?=[子单双排足篮团队])/u, /男(?=[子单双排足篮团队])/u, /混(?=[双合])/u],
  [/单打|单人|[男女]单/u, /双打|双人|[男女混]双/u, /团体|[男女混]团/u],
  // games of like names
  [/冬奥/u, /冬残奥/u, /(?<!冬)奥运/u, /(?<!冬)残奥/u, /青奥/u],
  [/世界杯/u, /亚洲杯/u, /欧洲杯|欧锦赛/u, /美洲杯/u, /非洲杯/u],
  // schools by level
  [/小学/u, /初中/u, /高中/u, /大学|高校/u, /幼儿园/u],
  // offices beside each other
  [/首席执行官|ceo/u, /首席运营官|coo/u, /首席财务官|cfo/u, /首席技术官|cto/u],
  [/(?<!副)董事长/u, /(?<!副)总经理/u, /(?<!副)监事长|监事会主席/u],
  // stages, halves and quarters
  [/一期(?=工程|项目|建设)/u, /二期(?=工程|项目|建设)/u, /三期(?=工程|项目|建设)/u],
  [/上半年/u, /下半年/u],
  [/上半场/u, /下半场/u],
  // opposite ends and directions
  [/开幕/u, /闭幕/u],
  [/开工/u, /竣工|完工/u],
  [/出生/u, /去世|逝世|病逝/u],
  [/(?<!进)出口/u, /进口/u],
  [/流入/u, /流出/u],
  [/最高/u, /最低/u],
  [/最[大多]/u, /最[小少]/u],
  [/城镇/u, /农村/u],
];
