/** Milliseconds between two lines; work that takes less has none. */
const EVERY = 5_000;

/** Tells how far a long piece of work has come. */
export type Progress = (done: number, of: number) => void;

/**
 * Makes a line every five seconds of how many articles are indexed and, by the time those took,
 * when the rest will be.
 * @param now milliseconds of a clock
 */
export function createProgress(
  tell: (line: string) => void,
  now: () => number = Date.now,
): Progress {
  // from the first article on: what goes before it takes no longer for many
  let begun: number | undefined;
  let told = 0;
  return (done, of) => {
    const at = now();
    if (begun === undefined) {
      begun = at;
      told = at;
    }
    if (at - told < EVERY || done === 0) return;
    told = at;
    const left = Math.round((((at - begun) / done) * (of - done)) / 1000);
    tell(`${done} of ${of} articles indexed, about ${duration(left)} left`);
  };
}

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
