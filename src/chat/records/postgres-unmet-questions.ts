import type { Database } from '../../postgres/database.ts';
import { storable } from '../../postgres/plain-text.ts';
import { write } from '../../postgres/unit-of-work.ts';
import type { Reason } from '../button-action.ts';
import { isKept, type UnmetQuestion, type UnmetQuestions } from './unmet-questions.ts';

const ADD = `
  INSERT INTO unmet_question (tenant, question, why, nearest_place, nearest_text)
  VALUES ($1, $2, $3, $4, $5)
`;
const ALL = `
  SELECT at, question, why, NULL AS reason, nearest_place, nearest_text FROM unmet_question
  WHERE tenant = $1 AND at > clock_timestamp() - $2 * interval '1 day'
  UNION ALL
  SELECT at, question, 'down', reason, NULL, NULL FROM vote
  WHERE tenant = $1 AND vote = 'down' AND question IS NOT NULL
    AND at > clock_timestamp() - $2 * interval '1 day'
  ORDER BY at
`;
const PRUNE = `
  DELETE FROM unmet_question
  WHERE tenant = $1 AND at < clock_timestamp() - $2 * interval '1 day'
`;

/** Unmet questions in the database. @param days after which a question is forgotten */
export function createPostgresUnmetQuestions(database: Database, days: number): UnmetQuestions {
  const { tenant } = database;
  return {
    async add({ question, why, nearest }) {
      if (!isKept(question)) return;
      await write(database, ADD, [
        tenant,
        storable(question),
        why,
        nearest === undefined ? null : storable(nearest.place),
        nearest === undefined ? null : storable(nearest.text),
      ]);
    },
    async all() {
      const rows = await database.query<Unmet>(ALL, [tenant, days]);
      return rows.map(
        ({ at, question, why, reason, nearest_place: place, nearest_text: text }) => ({
          at: at.toISOString(),
          question,
          why,
          ...(reason !== null && { reason }),
          ...(place !== null && text !== null && { nearest: { place, text } }),
        }),
      );
    },
    async prune() {
      await database.query(PRUNE, [tenant, days]);
    },
  };
}

type Unmet = {
  readonly at: Date;
  readonly question: string;
  readonly why: UnmetQuestion['why'];
  readonly reason: Reason | null;
  readonly nearest_place: string | null;
  readonly nearest_text: string | null;
};
