/** Number of documents that hold each key, a term or a character; keys of none are dropped. */
export class Counts {
  private readonly counts = new Map<string, number>();

  get(key: string): number {
    return this.counts.get(key) ?? 0;
  }

  add(key: string, by: number): void {
    const count = this.get(key) + by;
    if (count > 0) this.counts.set(key, count);
    else this.counts.delete(key);
  }

  keys(): IterableIterator<string> {
    return this.counts.keys();
  }

  entries(): IterableIterator<[string, number]> {
    return this.counts.entries();
  }
}
