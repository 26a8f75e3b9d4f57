/** The nearest-rank quantile; 0 of no numbers. */
export function quantile(numbers: readonly number[], share: number): number {
  const ascending = numbers.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Milliseconds that each of `runs` calls took, one after the other, with what they wait for. */
export async function times(
  runs: number,
  call: (run: number) => unknown,
): Promise<readonly number[]> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now();
    await call(run);
    took.push(performance.now() - from);
  }
  return took;
}

/**
 * Milliseconds that this process has had a processor, its collector of garbage included: unlike the
 * clock's, they leave out what else the machine does.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
