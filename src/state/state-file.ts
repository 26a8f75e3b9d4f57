import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Where a room of the state keeps what is made of the corpus in the folder `corpus`. */
export function stateFile(stateDir: string, room: 'articles' | 'search', corpus: string): string {
  const name = createHash('sha1').update(resolve(corpus)).digest('hex').slice(0, 12);
  return join(stateDir, room, `${name}.sqlite`);
}
