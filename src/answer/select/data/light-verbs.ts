/**
 * Verbs that carry little meaning beside what they govern, so that a text which tells the same leaves them
 * out or has another one: 受到处罚, 被处罚; 导致五人死亡, 五人死亡. The dummy verbs of Zhu Dexi's grammar
 * (进行, 加以, 给予, 作), the verbs of causing, of undergoing and of having that dictionaries explain by each
 * other, and those that only say that something begins, is meant or is used.
 */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  (
    '进行 加以 给予 给以 予以 作出 做出 做好 采取 开展 举行 实行 实现 展开 从事 ' +
    '导致 造成 引起 引发 使得 促使 致使 产生 带来 ' +
    '受到 遭到 遭受 得到 获得 取得 收到 遇到 面临 ' +
    '具备 存在 位于 处于 来自 负责 属于 涉及 提供 ' +
    '开始 打算 准备 试图 希望 用于 用来 使用 利用 针对 应对 找到 觉得 感到 看到'
  ).split(' '),
);
