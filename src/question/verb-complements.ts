/** Complements that a verb takes without changing its meaning: 卖出去, 买下来. */
const COMPLEMENT =
  /(?<=.)(?:出去|出来|进来|下来|起来|过来|回来|回去|到手|到|掉|完|过|住|走|下|成|了|去|来)$/u;

/** Words that end as if in a complement and mean something of their own: 造成 makes no thing, 提到 takes none out. */
const OWN_MEANING: ReadonlySet<string> = new Set(
  '造成 组成 构成 达成 促成 养成 生成 合成 变成 提到 收到 受到 感到 得到 达到 经过 通过 度过 对住 停住'.split(
    ' ',
  ),
);

/** A verb without its complement; any other word as it is. */
export function withoutComplement(word: string): string {
  return OWN_MEANING.has(word) ? word : word.replace(COMPLEMENT, '');
}
