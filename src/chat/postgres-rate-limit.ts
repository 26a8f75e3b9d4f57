import type { Database } from '../postgres/database.ts';
import { storable } from '../postgres/plain-text.ts';
import { read } from '../postgres/unit-of-work.ts';
import { allowanceOf, type RateLimit, WINDOW } from './rate-limit.ts';

const COUNT = `
  INSERT INTO pace (tenant, kind, person, count, until)
  VALUES ($1, $2, $3, 1, clock_timestamp() + $4 * interval '1 second')
  ON CONFLICT (tenant, kind, person) DO UPDATE SET
    count = CASE WHEN pace.until < clock_timestamp() THEN 1 ELSE pace.count + 1 END,
    until = CASE WHEN pace.until < clock_timestamp() THEN excluded.until ELSE pace.until END
  RETURNING count
`;

/** Slows whoever asks without pause, whichever workers hear it. @param window seconds in which is counted */
export function createPostgresRateLimit(database: Database, window: number = WINDOW): RateLimit {
  return async (person, entrance = 'asking') => {
    const [counted] = await read<{ count: number }>(database, COUNT, [
      database.tenant,
      entrance,
      storable(person),
      window,
    ]);
    return allowanceOf(entrance, counted?.count ?? 1);
  };
}
