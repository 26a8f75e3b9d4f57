/**
 * Groups of characters of a like shape and another sound; characters that sound alike are found by
 * their sound. Any two characters of a group are mistaken for each other. Simplified; after the pairs that
 * Chinese school books drill (形近字), made for this project.
 */
const GROUPS =
  // a stroke more, less, longer or elsewhere
  '人入八 大太犬天夫 未末 土士 干千于 午牛 刀力刃 己已巳 日曰目 由甲申田 王玉主 木本术 木禾 风凤 贝见 乌鸟 ' +
  '户尸 戊戌戍戎 毋母 今令 免兔 史吏 尤龙 万方 无元 币巾 厂广 压庄 折拆 斤斥 折析 泪汨 幻幼 治冶 准淮 ' +
  '住往 抱报 拔拨 候侯 爪瓜 孤狐 狼狠 狠狼 茶荼 崇祟 赢嬴羸 侍待 侯候 徒徙 盲肓 ' +
  '具县 旦且 丙内 甩用 办为 开井 西酉 亨享 享亭 衷哀 爱受 买卖 师帅 帅师 处外 ' +
  // another radical beside the same part
  '券卷 睛晴 情清晴请 很狠恨 跟根 低底 推准 推维 扰优 技枝 杆秆 楼搂 模摸 概慨 检险捡脸 饱抱泡 ' +
  '坡波玻 城诚 场扬杨汤 坏环 坊访 线钱浅践 境镜 暮幕墓 喝渴 竭揭 脚角 估沽 投没 股设 役疫 提堤 ' +
  '暖缓援 渐惭 堆推 测侧则 恰拾 给拾 络格 洛格 纳钠呐 纬伟 织识职 载栽裁 誊誉 拟似 征证 延廷 建健 ' +
  '陷馅 陈阵 陵棱 酒洒 晒洒 辩辨辫 辟僻 遗遣 遣遗 迁迂 运远 进近 违达 述迷 通逋 逐遂 随隋 隔融 ' +
  '弛驰 驱躯 骄娇 魄魂 鸣呜 岛鸟 沪泸 渭谓 渡度 滑猾 漫慢 燥躁操 爆瀑 炼练 烧浇 烦顷 ' +
  '项顶 须顺 预顶 颗棵 题提 额客 领岭 飘漂 筑巩 策荣 管营 芯苾 荐存 落洛 药约 蓝篮 ' +
  '权杈 叔权 材村 林材 析折 枚牧 杭抗 板扳 构购 栏拦 桩庄 棉锦 棉绵 锦绵 锡铴 铅沿 钢纲 铁铗 ' +
  '微徽 徽微 徵微 衡冲 街衔 衍行 部陪 郊效 都郁 郑邓 邮由 耶邪';

const shapes = new Map<string, Set<string>>();
for (const group of GROUPS.split(' ')) {
  for (const one of group) {
    const others = shapes.get(one) ?? new Set();
    for (const other of group) if (other !== one) others.add(other);
    shapes.set(one, others);
  }
}

/** The characters that each character may be mistaken for by its shape. */
export const SHAPES: ReadonlyMap<string, ReadonlySet<string>> = shapes;
