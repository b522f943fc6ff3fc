-- A dead record is kept first and sent to the dead letters afterwards; those that stand here already were sent.
ALTER TABLE view_dead_record ADD COLUMN key bytea, ADD COLUMN sent boolean NOT NULL DEFAULT true;
CREATE INDEX ON view_dead_record (view) WHERE NOT sent;

-- A rebuild loads, then derives, then catches up; it goes on where it stopped. "derived": the last case whose line is written.
ALTER TABLE view_rebuild ADD COLUMN step text NOT NULL DEFAULT 'LOADING', ADD COLUMN derived text NOT NULL DEFAULT '';

-- Whether the subject is a call; right in every entry that a rebuild loads, and only a rebuild asks.
ALTER TABLE ledger_entry ADD COLUMN on_call boolean NOT NULL DEFAULT false;
