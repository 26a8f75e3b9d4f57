import type { Database } from '../../postgres/database.ts';
import { storable } from '../../postgres/plain-text.ts';
import { sharedSecret } from '../../postgres/secret.ts';
import { write } from '../../postgres/unit-of-work.ts';
import { createVoteIds, newVoteKey, type Votes } from './votes.ts';

const KEEP = `
  INSERT INTO vote (tenant, id, person, vote, platform, reason, question, article, paragraph)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (tenant, id) DO UPDATE SET
    at = excluded.at, vote = excluded.vote, reason = excluded.reason,
    question = excluded.question, article = excluded.article, paragraph = excluded.paragraph
`;
const FORGET = 'DELETE FROM vote WHERE tenant = $1 AND person = $2';
const LAST = `
  SELECT at, platform, vote, question, article, paragraph FROM vote
  WHERE tenant = $1 ORDER BY at DESC LIMIT $2
`;
const PRUNE = `
  DELETE FROM vote WHERE tenant = $1 AND at < clock_timestamp() - $2 * interval '1 day'
`;

/** Votes in the database, and their key beside them. @param days after which a vote is deleted */
export function createPostgresVotes(database: Database, days: number): Votes {
  const { tenant } = database;
  const idOf = createVoteIds(() => sharedSecret(database, 'votes', newVoteKey));
  return {
    async keep(press, person, { platform, vote, reason, question, article, paragraph }) {
      await write(database, KEEP, [
        tenant,
        await idOf(press),
        await idOf(person),
        vote,
        platform,
        reason ?? null,
        question === undefined ? null : storable(question),
        article === undefined ? null : storable(article),
        paragraph ?? null,
      ]);
    },
    forget: async (person) => write(database, FORGET, [tenant, await idOf(person)]),
    async last(count) {
      const rows = await database.query<Given>(LAST, [tenant, count]);
      return rows.map(({ at, platform, vote, question, article, paragraph }) => ({
        at: at.toISOString(),
        platform,
        vote,
        ...(question !== null && { question }),
        ...(article !== null && { article }),
        ...(paragraph !== null && { paragraph }),
      }));
    },
    async prune() {
      await database.query(PRUNE, [tenant, days]);
    },
  };
}

type Given = {
  readonly at: Date;
  readonly platform: string;
  readonly vote: 'up' | 'down';
  readonly question: string | null;
  readonly article: string | null;
  readonly paragraph: number | null;
};
