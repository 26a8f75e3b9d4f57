/** Counters behind 这 and 那, which say which one is meant and nothing of it: 这条线, 那批货. */
export const POINTED_COUNTERS =
  '个位名条支只届批片项种件次场座所家部篇本张台辆架艘栋幢间款份类套组';

/** Words of grammar, too common to tell one sentence from another; as jieba cuts them. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...(
    '的 了 是 在 和 与 及 或 而 且 但 也 都 还 就 才 又 被 把 将 对 从 向 于 以 为 由 让 给 到 之 其 此 这 那 该 ' +
    '这个 那个 这些 那些 这种 那种 这么 那么 这样 那样 它 他 她 它们 他们 她们 我 你 您 我们 你们 自己 有 会 能 可以 可能 应该 要 想 ' +
    '着 过 地 得 等 所 则 并 如 即 若 因 因为 所以 但是 而且 如果 虽然 以及 并且 或者 关于 对于 通过 根据 ' +
    '呢 吗 吧 啊 呀 嘛 么 哦 一 一个 一种 一家 一款 一名 一位 一项 一座 一所 一条 一场 一次 一些 一下 上 下 中 里 内 外 时 后 前 之后 之前 时候 期间 当中 ' +
    '进行 具有 拥有 属于 成为 称为 作为 总共 一共 共 大约 大概 最 很 非常 更 比较 主要 目前 现在 具体 请 ' +
    '文章 文中 本文 报道 ' +
    // anybody and somebody, this time, in there, and what only fills a spoken question
    '普通人 一般人 平常人 大家 大伙 大伙儿 人家 咱 咱们 俺 俺们 别人 有人 某人 任何人 每个人 人人 ' +
    '这次 这回 这趟 那次 那回 这会儿 那会儿 这阵子 那阵子 眼下 现如今 里面 里边 里头 ' +
    '还有 还要 才行 其实 好像 反正 真的 一般来说 大致 还是 只是 光是 啥 咋 啦 呗 咯 哩 喂 诶 罢了 而已 ' +
    'the a an of in on at to is are was were be does did do has have had please tell me about for by with and or it its this that from as during what which who when where how many much there'
  ).split(' '),
  ...[...POINTED_COUNTERS].flatMap((counter) => [`这${counter}`, `那${counter}`]),
]);

/**
 * Words that name the kind of answer wanted rather than the matter: an article gives a post without
 * saying 职务, a town without saying 城市. They have little weight, whether found or missing.
 */
export const KIND_WORDS: ReadonlySet<string> = new Set(
  (
    '职务 职位 担任 身份 名字 名称 姓名 时间 日期 时候 年份 地方 地点 位置 城市 国家 地区 省份 公司 企业 机构 单位 ' +
    '人 人物 人们 东西 事情 事 事件 内容 方面 问题 原因 理由 目的 方式 方法 措施 手段 种类 类型 情况 数量 数字 数据 ' +
    '钱 金额 个 家 项 位 名 种 类 年 月 日 天 次 叫 叫做 称 知道 认为 发生 出现 包括 包含 有关 相关 到底 究竟 值 去年 今年 明年 前年 上年 ' +
    '百分比 比例 比率 排名 名次 比分 地址 总数 总量 数目 尺寸 大小 年龄 岁数 时间段 时段'
  ).split(' '),
);
