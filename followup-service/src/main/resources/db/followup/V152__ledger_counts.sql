-- What the list of cases shows first, and what its tiles count, without a look at every case there ever was.
CREATE INDEX ON ledger_case ((late_count > 0) DESC, done, next_due, opened_at DESC, case_id DESC);
CREATE INDEX ON ledger_case (site) WHERE NOT done;
CREATE INDEX ON ledger_case (cleared_at) WHERE cleared_at IS NOT NULL;
