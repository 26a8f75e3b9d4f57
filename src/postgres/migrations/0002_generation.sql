-- What a builder made of a corpus at one moment; a retired one is being deleted and no longer taken up.
CREATE TABLE generation (
  tenant text NOT NULL,
  number bigint NOT NULL,
  -- the versions of the code that can read it
  code text NOT NULL,
  -- a hash of the corpus that it was made of
  content text NOT NULL,
  paragraphs integer NOT NULL,
  -- whether its postings stand in the table posting
  remote boolean NOT NULL,
  published timestamptz NOT NULL DEFAULT now(),
  retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, number)
);

-- The files of a generation.
CREATE TABLE generation_file (
  tenant text NOT NULL,
  generation bigint NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (tenant, generation, name),
  FOREIGN KEY (tenant, generation) REFERENCES generation ON DELETE CASCADE
);

-- Their content, deflated by the megabyte: a file is read while it is inflated.
CREATE TABLE generation_chunk (
  tenant text NOT NULL,
  generation bigint NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  content bytea STORAGE EXTERNAL NOT NULL,
  PRIMARY KEY (tenant, generation, name, position),
  FOREIGN KEY (tenant, generation, name) REFERENCES generation_file ON DELETE CASCADE
);

-- Which workers answer from which generation, until when they last said so.
CREATE TABLE generation_hold (
  tenant text NOT NULL,
  generation bigint NOT NULL,
  worker uuid NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant, generation, worker),
  FOREIGN KEY (tenant, generation) REFERENCES generation ON DELETE CASCADE
);

-- The documents that hold a term, 8,192 documents a row. No foreign key: checking one for each of
-- millions of rows would take longer than writing them.
CREATE TABLE posting (
  tenant text NOT NULL,
  generation bigint NOT NULL,
  term text COLLATE "C" NOT NULL,
  block integer NOT NULL,
  -- of each document, the step from the one before and how often it holds the term
  postings bytea NOT NULL,
  PRIMARY KEY (tenant, generation, term, block)
);

-- Articles put in while the bot runs, and marks of those taken out, over the files of the builder's folder.
CREATE TABLE article_file (
  tenant text NOT NULL,
  name text NOT NULL,
  -- null where a file of the folder alone was taken out
  content bytea STORAGE EXTERNAL,
  removed boolean NOT NULL DEFAULT false,
  changed timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, name)
);
