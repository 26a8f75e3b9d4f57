-- What waits for an answer, place by place (a chat, or who types an inline query): `worker` is the holder
-- of the lease of the worker that handles its updates now, `waiting` the number of those not done.
CREATE TABLE queued_place (
  tenant text NOT NULL,
  bot text NOT NULL,
  place text NOT NULL,
  waiting integer NOT NULL,
  hinted boolean NOT NULL DEFAULT false,
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  worker uuid,
  PRIMARY KEY (tenant, bot, place)
);
CREATE INDEX queued_place_waiting ON queued_place (tenant, bot, since) WHERE waiting > 0;

-- Updates as a platform sent them, JSON as text, for jsonb takes no U+0000; of one that is done the id
-- alone stays, so that it is known when it is sent again.
CREATE TABLE queued_update (
  tenant text NOT NULL,
  bot text NOT NULL,
  id bigint NOT NULL,
  place text,
  person text,
  message bigint,
  body text,
  beyond boolean NOT NULL DEFAULT false,
  done_at timestamptz,
  PRIMARY KEY (tenant, bot, id)
);
CREATE INDEX queued_update_waiting ON queued_update (tenant, bot, place, id) WHERE done_at IS NULL;
CREATE INDEX queued_update_done ON queued_update (tenant, done_at) WHERE done_at IS NOT NULL;

-- The messages that answered a message, which change when it is edited.
CREATE TABLE answer (
  tenant text NOT NULL,
  bot text NOT NULL,
  chat bigint NOT NULL,
  message bigint NOT NULL,
  answers bigint[] NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, bot, chat, message)
);
CREATE INDEX answer_at ON answer (tenant, at);

-- The last turn of each conversation.
CREATE TABLE conversation (
  tenant text NOT NULL,
  conversation text NOT NULL,
  turn text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, conversation)
);
CREATE INDEX conversation_at ON conversation (tenant, at);

CREATE TABLE vote (
  tenant text NOT NULL,
  id text NOT NULL,
  person text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  vote text NOT NULL,
  platform text NOT NULL,
  reason text,
  question text,
  article text,
  paragraph integer,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX vote_at ON vote (tenant, at);
CREATE INDEX vote_person ON vote (tenant, person);

CREATE TABLE unmet_question (
  tenant text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  question text NOT NULL,
  why text NOT NULL,
  nearest_place text,
  nearest_text text,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX unmet_question_at ON unmet_question (tenant, at);

-- Small things remembered for a while, each kind by keys of its own.
CREATE TABLE note (
  tenant text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  value text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant, kind, key)
);
CREATE INDEX note_until ON note (tenant, until);

-- How often somebody did something in the window that ends at `until`. Counts may be lost with the
-- server: they are not worth the wait for a disk.
CREATE UNLOGGED TABLE pace (
  tenant text NOT NULL,
  kind text NOT NULL,
  person text NOT NULL,
  count integer NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant, kind, person)
);
CREATE INDEX pace_until ON pace (tenant, until);

-- What all workers of a tenant must agree on: the secret of a webhook, the key of votes.
CREATE TABLE secret (
  tenant text NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (tenant, name)
);
