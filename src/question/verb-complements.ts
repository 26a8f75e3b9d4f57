/** Complements that a verb takes without changing its meaning: 卖出去, 买下来. */
const COMPLEMENT =
  /(?<=.)(?:出去|出来|进来|下来|起来|过来|回来|回去|到手|到|掉|完|过|住|走|下|成|了|去|来)$/u;

/** A verb without its complement; any other word as it is. */
export function withoutComplement(word: string): string {
  return word.replace(COMPLEMENT, '');
}
