/** Words behind which a figure is planned, aimed at or expected; regex source. */
export const PLANS: readonly string[] = [
  '计划(?!单列|生育|内|外)',
  '规划(?!建筑面积|用地)',
  '(?<!完成|实现|超额)目标',
  '力争',
  '争取',
  '确保',
  '预计',
  '预期',
  '预测',
  '有望',
  '或将',
  '将(?=达|超|突破|实现|增|减|投|新|建|完成|于|在)',
  '拟(?!合|人)',
  '需要?(?=超过|达到|完成|实现)',
];

/** Words behind which it came about again: 计划100亿元，实际完成96亿元. */
export const FACTS: readonly string[] = [
  '实际',
  '已(?:经)?',
  '完成了',
  '实现了',
  '去年',
  '最终',
  '同期',
];
