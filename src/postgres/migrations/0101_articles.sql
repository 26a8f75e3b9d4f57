-- What files of articles held before they were replaced or taken out.
CREATE TABLE article_file_before (
  tenant text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  content bytea STORAGE EXTERNAL NOT NULL,
  until timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, id)
);

-- Files that were sent and read, and wait until somebody says that they are to be taken in.
CREATE TABLE waiting_file (
  tenant text NOT NULL,
  key bigint NOT NULL,
  name text NOT NULL,
  front text,
  -- of the article that it was read as
  digest text NOT NULL,
  content bytea STORAGE EXTERNAL NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, key)
);
