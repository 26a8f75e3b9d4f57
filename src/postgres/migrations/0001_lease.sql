-- Rights that one worker at a time holds; times are the database's own.
CREATE TABLE lease (
  tenant text NOT NULL,
  name text NOT NULL,
  holder uuid NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant, name)
);
