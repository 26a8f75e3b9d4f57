/**
 * Nouns that say what kind of thing an answer is, and which an article that tells it need not write:
 * 8个月大 is an age, 总务处 a department, 《远山》 a film. That an article lacks the noun says nothing.
 */
export const ANSWER_KINDS: ReadonlySet<string> = new Set(
  // what a unit or a number tells by itself
  (
    '年龄 年纪 岁数 身高 体重 长度 高度 宽度 深度 面积 距离 重量 温度 气温 速度 时速 海拔 强度 密度 价格 价钱 售价 票价 费用 电话 号码 期限 时长 ' +
    // what a name tells by itself
    '部门 电影 影片 书名 片名 歌曲 歌手 书籍 作品 品牌 型号 学校 大学 医院 球队 国籍 职业 工作 性别 民族 专业 颜色 ' +
    // what any text is about without saying so
    '对象 目标 目的 作用 意义 特点 特征 功能 用途 结果 后果 影响 过程 步骤 流程 条件 要求 标准 规定 材料 区别 关系 优点 缺点 好处 亮点 内容 看法 观点 态度 建议 背景 主题 总结 介绍 外形 分值 籍贯 祖籍 环境 用途 用处 原理 来历 由来 起源 角色 形式 方向 程序 性质 性格 身份 地位 类别 含义 定义 释义 别称 称号 寓意 部分 阶段 等级 级别 程度 范围 领域 风格 状态 状况 现状 进展 趋势 前景 因素 成分 结构 机制 理念 主张 意见 依据 动机 资格 职责 职能 渠道 途径 待遇 结局 经历 事迹 贡献 成就 反应 评价 材质 行业 规模 频率 周期'
  ).split(' '),
);
