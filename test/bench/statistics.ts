/** The nearest-rank quantile; 0 of no numbers. */
export function quantile(numbers: readonly number[], share: number): number {
  const ascending = numbers.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Milliseconds that each of `runs` calls took. */
export function times(runs: number, call: (run: number) => void): number[] {
  return Array.from({ length: runs }, (_, run) => {
    const from = performance.now();
    call(run);
    return performance.now() - from;
  });
}

/**
 * Milliseconds that this process has had a processor, its collector of garbage included: unlike the
 * clock's, they leave out what else the machine does.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
