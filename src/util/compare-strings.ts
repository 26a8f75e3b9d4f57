/** Orders strings by their UTF-16 units, the same everywhere; for sorting. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
