import type { Database, Query } from '../../postgres/database.ts';
import { runWrites, type Write, write } from '../../postgres/unit-of-work.ts';
import { createRoom } from '../queue-limit.ts';

/** An update that is let in, with what is told of it without reading it. */
export interface IncomingUpdate {
  readonly id: number;
  /** What is handled one after the other: a chat, or who types an inline query. */
  readonly place: string;
  /** Whose it is, for who wants all that is theirs deleted. */
  readonly person: string | undefined;
  /** The id of the message that it brings. */
  readonly message: number | undefined;
  /** JSON. */
  readonly body: string;
  /** Whether its person has asked too often, so that a hint is all it gets. */
  readonly isOver: boolean;
  /** How many may wait in its place. */
  readonly limit: number;
}

/** An update to be handled now. */
export interface WaitingUpdate {
  readonly id: number;
  readonly body: string;
  /** Whether it goes beyond a limit and was let in for the hint that says so. */
  readonly isBeyond: boolean;
}

/** What becomes of a place once an update of it is done: more wait; none do, and it is given back; or another worker has it. */
type Finished = 'more' | 'released' | 'lost';

/** The messages of the bot that answered one message of a chat. */
interface Answers {
  readonly chat: number;
  readonly message: number;
  readonly answers: readonly number[];
}

/**
 * Updates of one bot in the database. Whichever worker holds a place handles its updates, in the order
 * of their ids; `worker` is everywhere the holder of that worker's lease.
 */
export interface PostgresQueue {
  /** The channel of PostgreSQL's notifications that tells of new updates. */
  readonly channel: string;
  /** Which of some updates were taken before. */
  known(ids: readonly number[]): Promise<ReadonlySet<number>>;
  /** Takes updates in, each once; all of them or, where it rejects, none. Returns the ids of those that are new and have room. */
  take(updates: readonly IncomingUpdate[]): Promise<readonly number[]>;
  /**
   * Takes up to `count` places with waiting updates that no worker holds, those that wait longest first.
   * @param held the places that this worker handles now
   * @param steals whether to take those of workers whose lease has ended
   */
  claim(
    worker: string,
    held: readonly string[],
    count: number,
    steals: boolean,
  ): Promise<readonly string[]>;
  /** The next update of a place; undefined where none waits, or another worker has the place. */
  next(worker: string, place: string): Promise<WaitingUpdate | undefined>;
  /** Marks an update as done and makes all that was written for it one commit with that. */
  finish(worker: string, place: string, id: number, writes: readonly Write[]): Promise<Finished>;
  /** Gives a place back, with whatever waits in it, and counts that anew. */
  release(worker: string, place: string): Promise<void>;
  /** Notes the messages that answered a message. */
  noteAnswers(answers: Answers): Promise<void>;
  answersTo(chat: number, message: number): Promise<readonly number[]>;
  /** Deletes a person's waiting updates but that of one message, and what answered in their private chat. */
  forget(person: string, besides?: number): Promise<void>;
}

/** The channel of all bots of all tenants: what is told on it says whose updates wait. */
export const QUEUE_CHANNEL = 'yuanwen_queue';

const PLACES = `
  INSERT INTO queued_place (tenant, bot, place, waiting)
  SELECT $1, $2, place, 0 FROM unnest($3::text[]) AS place ORDER BY place
  ON CONFLICT DO NOTHING
`;
const LOCKED = `
  SELECT place, waiting, hinted FROM queued_place
  WHERE tenant = $1 AND bot = $2 AND place = ANY($3) ORDER BY place FOR UPDATE
`;
const KNOWN = 'SELECT id FROM queued_update WHERE tenant = $1 AND bot = $2 AND id = ANY($3)';
const ADD = `
  INSERT INTO queued_update (tenant, bot, id, place, person, message, body, beyond)
  SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::boolean[])
  ON CONFLICT DO NOTHING
`;
const COUNT = `
  UPDATE queued_place q SET
    waiting = n.waiting, hinted = n.hinted,
    since = CASE WHEN q.waiting = 0 THEN clock_timestamp() ELSE q.since END
  FROM unnest($3::text[], $4::integer[], $5::boolean[]) AS n (place, waiting, hinted)
  WHERE q.tenant = $1 AND q.bot = $2 AND q.place = n.place
`;
const CLAIM = `
  WITH free AS (
    SELECT place FROM queued_place q
    WHERE tenant = $1 AND bot = $2 AND waiting > 0 AND place <> ALL($4)
      AND (
        worker IS NULL OR worker = $3
        OR $6 AND NOT EXISTS (
          SELECT FROM lease l WHERE l.tenant = $1 AND l.holder = q.worker AND until > clock_timestamp()
        )
      )
    ORDER BY since LIMIT $5 FOR UPDATE SKIP LOCKED
  )
  UPDATE queued_place q SET worker = $3 FROM free
  WHERE q.tenant = $1 AND q.bot = $2 AND q.place = free.place
  RETURNING q.place
`;
const NEXT = `
  SELECT id, body, beyond FROM queued_update
  WHERE tenant = $1 AND bot = $2 AND place = $3 AND done_at IS NULL AND EXISTS (
    SELECT FROM queued_place WHERE tenant = $1 AND bot = $2 AND place = $3 AND worker = $4
  )
  ORDER BY id LIMIT 1
`;
const HELD = `
  SELECT waiting FROM queued_place
  WHERE tenant = $1 AND bot = $2 AND place = $3 AND worker = $4 FOR UPDATE
`;
const DONE = `
  UPDATE queued_update SET done_at = clock_timestamp(), place = NULL, person = NULL, message = NULL, body = NULL
  WHERE tenant = $1 AND bot = $2 AND id = $3 AND done_at IS NULL RETURNING id
`;
const LESS = `
  UPDATE queued_place SET
    waiting = greatest(waiting - $5, 0),
    hinted = hinted AND waiting > $5,
    worker = CASE WHEN waiting > $5 THEN worker END
  WHERE tenant = $1 AND bot = $2 AND place = $3 AND worker = $4 RETURNING waiting
`;
const RELEASE = `
  UPDATE queued_place SET worker = NULL, waiting = (
    SELECT count(*) FROM queued_update
    WHERE tenant = $1 AND bot = $2 AND place = $3 AND done_at IS NULL
  )
  WHERE tenant = $1 AND bot = $2 AND place = $3 AND worker = $4
`;
const ANSWERED = `
  INSERT INTO answer (tenant, bot, chat, message, answers) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant, bot, chat, message)
  DO UPDATE SET answers = excluded.answers, at = excluded.at
`;
const ANSWERS = `
  SELECT answers FROM answer WHERE tenant = $1 AND bot = $2 AND chat = $3 AND message = $4
`;
const FORGET_UPDATES = `
  WITH gone AS (
    UPDATE queued_update SET done_at = clock_timestamp(), person = NULL, message = NULL, body = NULL
    WHERE tenant = $1 AND bot = $2 AND person = $3 AND done_at IS NULL
      AND message IS DISTINCT FROM $4::bigint
    RETURNING place
  ), fewer AS (SELECT place, count(*)::integer AS count FROM gone GROUP BY place)
  UPDATE queued_place q SET waiting = greatest(waiting - fewer.count, 0) FROM fewer
  WHERE q.tenant = $1 AND q.bot = $2 AND q.place = fewer.place
`;
const FORGET_ANSWERS = 'DELETE FROM answer WHERE tenant = $1 AND bot = $2 AND chat::text = $3';

/** @param bot the platform and its bot: `telegram:123456` */
export function createPostgresQueue(database: Database, bot: string): PostgresQueue {
  const own = [database.tenant, bot] as const;

  async function knownBy(query: Query, ids: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await query<{ id: number }>(KNOWN, [...own, ids]);
    return new Set(rows.map(({ id }) => id));
  }

  return {
    channel: QUEUE_CHANNEL,
    known: (ids) => knownBy(database.query, ids),
    take(updates) {
      if (updates.length === 0) return Promise.resolve([]);
      return database.transaction(async (query) => {
        const places = [...new Set(updates.map(({ place }) => place))];
        await query(PLACES, [...own, places]);
        const locked = await query<Place>(LOCKED, [...own, places]);
        const rooms = new Map(
          locked.map(({ place, waiting, hinted }) => [place, createRoom(waiting, hinted)]),
        );
        const known = new Set(
          await knownBy(
            query,
            updates.map(({ id }) => id),
          ),
        );
        const added = updates.flatMap((update) => {
          if (known.has(update.id)) return [];
          known.add(update.id);
          const room = rooms.get(update.place)?.enter(update.limit) ?? 'silent';
          return room === 'silent' ? [] : { ...update, beyond: update.isOver || room === 'hint' };
        });
        if (added.length === 0) return [];
        await query(ADD, [
          ...own,
          added.map(({ id }) => id),
          added.map(({ place }) => place),
          added.map(({ person }) => person ?? null),
          added.map(({ message }) => message ?? null),
          added.map(({ body }) => body),
          added.map(({ beyond }) => beyond),
        ]);
        const filled = [...rooms];
        await query(COUNT, [
          ...own,
          filled.map(([place]) => place),
          filled.map(([, { waiting }]) => waiting),
          filled.map(([, { hinted }]) => hinted),
        ]);
        // who waits for the first of a place alone must be woken
        if (locked.some(({ waiting }) => waiting === 0))
          await query('SELECT pg_notify($1, $2)', [QUEUE_CHANNEL, `${own[0]} ${bot}`]);
        return added.map(({ id }) => id);
      });
    },
    async claim(worker, held, count, steals) {
      const rows = await database.query<{ place: string }>(CLAIM, [
        ...own,
        worker,
        held,
        count,
        steals,
      ]);
      return rows.map(({ place }) => place);
    },
    async next(worker, place) {
      const [found] = await database.query<{ id: number; body: string; beyond: boolean }>(NEXT, [
        ...own,
        place,
        worker,
      ]);
      return found && { id: found.id, body: found.body, isBeyond: found.beyond };
    },
    finish: (worker, place, id, writes) =>
      database.transaction(async (query) => {
        const [held] = await query(HELD, [...own, place, worker]);
        if (held === undefined) return 'lost';
        const done = await query(DONE, [...own, id]);
        // where a commit before this one was made and its answer lost, all of it is there
        if (done.length > 0) await runWrites(query, writes);
        const [left] = await query<{ waiting: number }>(LESS, [...own, place, worker, done.length]);
        return left !== undefined && left.waiting > 0 ? 'more' : 'released';
      }),
    release: (worker, place) =>
      database.transaction(async (query) => {
        // what is counted below must be all that was taken in: whoever takes in holds this lock
        await query(HELD, [...own, place, worker]);
        await query(RELEASE, [...own, place, worker]);
      }),
    noteAnswers: ({ chat, message, answers }) =>
      write(database, ANSWERED, [...own, chat, message, answers]),
    async answersTo(chat, message) {
      const [found] = await database.query<{ answers: number[] }>(ANSWERS, [...own, chat, message]);
      return found?.answers.map(Number) ?? [];
    },
    async forget(person, besides) {
      await write(database, FORGET_UPDATES, [...own, person, besides ?? null]);
      await write(database, FORGET_ANSWERS, [...own, person]);
    },
  };
}

type Place = { readonly place: string; readonly waiting: number; readonly hinted: boolean };
