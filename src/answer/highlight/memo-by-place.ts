/** Memoises by place a value that all phrases beginning, or ending, there share. */
export function memoByPlace<T>(compute: (place: number) => T): (place: number) => T {
  const computed: (T | undefined)[] = [];
  return (place) => {
    let value = computed[place];
    if (value === undefined) {
      value = compute(place);
      computed[place] = value;
    }
    return value;
  };
}
