/**
 * Words that say which way a figure goes. `change`: the figure is a change or the level reached by
 * one; `flow`: which way the thing counted goes, and what it says holds for the clause behind it too
 * (输出的技术合同…，成交额…). The value is the word that stands for it.
 */
export const CHANGES: Readonly<Record<string, string>> = {
  ...{
    增长: '增长',
    增: '增长',
    同增: '增长',
    成长: '增长',
    增加: '增加',
    增产: '增产',
    减产: '减产',
    增收: '增收',
    减收: '减收',
    增至: '增加',
    增到: '增加',
    上涨: '上涨',
    涨: '上涨',
  },
  ...{
    上升: '上升',
    升至: '上升',
    升到: '上升',
    升: '上升',
    提高: '提高',
    提升: '提升',
    扩大: '扩大',
    加大: '扩大',
    放大: '扩大',
    扩增: '扩大',
    扩增至: '扩大',
    回升: '回升',
  },
  ...{
    下降: '下降',
    降至: '下降',
    降到: '下降',
    降: '下降',
    降为: '下降',
    下滑: '下滑',
    下跌: '下跌',
    跌: '下跌',
    回落: '回落',
  },
  ...{
    减少: '减少',
    减: '减少',
    减至: '减少',
    降低: '降低',
    下调: '下调',
    上调: '上调',
    调涨: '上调',
    调升: '上调',
    调降: '下调',
    调低: '下调',
    调高: '上调',
  },
  ...{
    压缩: '压缩',
    压减: '压减',
    缩短: '缩短',
    延长: '延长',
    收窄: '收窄',
    缩小: '缩小',
    萎缩: '萎缩',
    负增长: '下降',
  },
  ...{
    高: '高',
    低: '低',
    多: '多',
    少: '少',
    快: '快',
    加快: '加快',
    放缓: '放缓',
    提前: '提前',
    贬值: '贬值',
    升值: '升值',
  },
  ...{
    扭亏: '扭亏',
    亏损: '亏损',
    预增: '增长',
    大增: '增长',
    激增: '增长',
    猛增: '增长',
    骤降: '下降',
    锐减: '减少',
  },
};

export const FLOWS: readonly string[] =
  '输出 吸纳 输入 进口 出口 流入 流出 买入 卖出 净流入 净流出 转入 转出 迁入 迁出 引进 引入 新增 净增 减免 新签 净买入 净卖出 调入 调出 收购 出售'.split(
    ' ',
  );

/** The opposite ends of a question and a figure: any of one side answers to any other of it. */
export const UP =
  '增长 增加 上涨 上升 提高 提升 扩大 回升 上调 延长 加快 新增 净增 高 多 快 升值'.split(' ');
export const DOWN =
  '下降 减少 降低 下滑 下跌 回落 下调 压缩 压减 缩短 收窄 缩小 萎缩 放缓 减免 低 少 贬值'.split(
    ' ',
  );
