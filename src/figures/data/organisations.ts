const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Endings that say by themselves that a name of an organisation ends here. */
export const ENDINGS = words(`
股份有限公司 有限责任公司 有限公司 集团公司 集团 公司 银行 大学 学院 医院 研究院 研究所 设计院 科学院 出版社 博物院 博物馆 图书馆 美术馆 文化馆 科技馆 交易所
`);

/** Endings that are trades as well: a name only behind a short name of its own (凌岳汽车, not 新能源汽车). */
export const TRADES = words(`
汽车 科技 半导体 证券 股份 电子 电气 电器 生物 医药 药业 制药 能源 资本 通信 航空 控股 保险 地产 置业 传媒 软件 重工 钢铁 化工 食品 乳业 酒业 纸业 矿业 铝业 铜业 锂业 钛业 牧业 种业 渔业 材料 智能 机器人 航天 物流 动力
`);

/**
 * What makes a phrase of a name: 大型商业银行, 国产汽车, 该公司. Single characters stand for all words
 * that hold them.
 */
export const COMMON = words(`
大型 中型 小型 中小 重型 轻型 商业 商用 乘用 家用 民用 军用 电动 燃油 混动 节能 新能源 二手 国产 进口 出口 自主 合资 外资 民营 国有 国营 公立 私立 上市 龙头 骨干 重点 普通 综合 三甲
社区 乡镇 村镇 农村 城市 城乡 基层 政策 开放 专科 本科 高职 高等 职业 技工 独立 开发 控股 参股 下属 附属 有关 相关 知名 著名 一流 传统 新型 现代 先进 高新 高端 低端 豪华 智能 绿色 清洁
可再生 化石 数字 信息 金融 农业 工业 林业 渔业 教育 卫生 航空 医疗 生产 销售 制造 购买 建设 投资 发展 推进 加快 支持 引进 引导 组织 全国 全省 全市 全县 全球 世界 国内 国外 海外 境外 我国 我省 我市 中国 美国
各 该 本 其 某 每 多 所 和 与 及 或 的 了 在 是 有 为 从 对 向 被 把 将 由 家 类 等 这 那 一 两 三 数 几 首 新 子 母 总 分 支 据 让 给 使
以 而 亦 但 虽然 要求 邻近 包括 来自 隔壁 因为 由于 唱片 连锁 便利 公共
获 送 往 任 赴 到 考入 进入 就读 毕业 创办 开办 加入 升入 调入 转入 住进 位于 隶属 归属 实现 完成 计划 预计 力争 目标 预期 公司 集团 属于 捐赠 荣膺 入选 服务 负责 随着 随后 带至 带到 送至 送到 送往 转至 转到 抵达 离开 返回 经过 除了 对于 关于 参观 联合 组织 成为
`);

/** What stands behind the name of whoever acts: an adverb, a verb of business, or its own figures. */
export const ACTS_BEHIND = words(`
共 已 累计 合计 计划 拟 将 也 则 去年 今年 上半年 下半年 全年 前 第 一季度 二季度 三季度 四季度 实现 完成 交付 发布 披露 公布 推出 宣布 研发投入 研发人员 营收 营业收入 营业总收入 净利润 净亏损 归母 销量 产量 产能 股价 总市值 市值
拥有 跟投 领投 获得 获 新增 售出 卖出 交出 募集 预计 总资产 总部 成立 员工 毛利率 出口量 出口目的地 在售 报告期 累计 自 于 目前 现有 旗下 单
`);

/** Where a firm may be from, before its own name: 中国云锦, 新加坡明陽. */
export const COUNTRIES = words(`
中国 台湾 香港 澳门 日本 韩国 新加坡 马来西亚 泰国 越南 印度 美国 英国 法国 德国 俄罗斯
`);

/** Offices: who stands behind the name speaks, and the name before is a name. */
export const OFFICES = words(`
董事长 总裁 总经理 副总裁 副总经理 首席 创始人 联合创始人 财务总监 董事会 监事会 发言人 负责人 方面
`);

/** What only a firm has or publishes: a name right before one of these is a firm's, whatever it ends in. */
export const FIRM_MEASURES = words(`
净利润 税后净利 税前净利 税后纯益 合并营收 归母净利润 归母净利 扣非净利润 扣非净利 净利 净亏损 营业收入 营业总收入 营收 研发投入 研发费用 毛利率 股价 市值 总市值 归属于上市公司 归属于母公司 归属于公司
`);

/** What a firm does when it makes such a thing known. */
export const ANNOUNCES = words(`
公告 公告称 披露 发布公告 发布业绩 发布年报 发布财报 发布季报 业绩预告 业绩快报 年报显示 财报显示
`);

/** What stands between a firm and its own figures. */
export const FIRM_VERBS = words(`
预计 预估 实现 录得 全年 去年 今年 上半年 下半年 的 共 分别 年度 称 公布 宣布 昨日 昨天 昨晚 今日 今天 日前 近日
`);

/** What ends a phrase that does business and is no firm: 海外业务, 汽车行业, 其中软件产品, 全市规模以上企业. */
export const NO_FIRM_ENDS = words(`
业务 板块 行业 产业 企业 业 市 省 县 区 镇 乡 村 年 月 日 季度 收入 产品 部分 分部 领域 地区 门店 渠道 园区 景区 项目 机构 单位 主体 个体 客户 集群 平均 合计 其中 同比 累计 单季 期内 期间 以来 所有者
股东 东 司 府 商 家 者 人 们 后 中 前 上 下 内 外 里 度 额 量 率 值 利 润 用 力 类 等 说 局 部 委 厅 会 院 署 办 所 中心 媒体 方面 片 系列 品类 饮料 零售 批发 线上 线下
`);

/** Words that no firm's name holds, though they stand where one would: 盈利能力较差, 亿美元, 去年同期. */
export const NO_FIRM_WORDS = words(`
扣除 剔除 损益 归属 第 日 亿 元 仅 已 且 较 同期 报告 年报 财报 财年 报表 盈利 亏损 能力 经营 发布 公布 公示 披露 消息 人士 官员 收盘 政府 部门 会议 决议 招募 广播 合并 之间 左右 暂停 业务 事业 持股 持续 考试 省考 显示 当天 凌晨 晚间
`);
