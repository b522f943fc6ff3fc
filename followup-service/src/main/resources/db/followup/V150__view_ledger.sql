-- The case ledger: every event of every case and call, as it was published. A rebuild makes these three anew.
CREATE TABLE ledger_entry (
    event_id     uuid        PRIMARY KEY,
    service      text        NOT NULL,
    type         text        NOT NULL,
    subject      text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    causation_id uuid,
    sequence     bigint      NOT NULL,
    actor        text        NOT NULL,
    site         text,
    rank         int,
    data         text        NOT NULL,
    -- whether the subject is a call; right in every entry that a rebuild loads, and only a rebuild asks
    on_call      boolean     NOT NULL DEFAULT false
);
CREATE INDEX ON ledger_entry (subject);

-- Which calls belong to which cases.
CREATE TABLE ledger_call (
    call_id text NOT NULL,
    case_id text NOT NULL,
    PRIMARY KEY (call_id, case_id)
);
CREATE INDEX ON ledger_call (case_id);

-- One line a case, for the list. What is in "open" and "late" are clocks, JSON.
CREATE TABLE ledger_case (
    case_id    text        PRIMARY KEY,
    number     text,
    case_key   text,
    site       text,
    type       text,
    priority   text,
    symptom    text,
    product    text,
    owner      text,
    engineer   text,
    status     text        NOT NULL,
    done       boolean     NOT NULL,
    cycle      int         NOT NULL,
    opened_at  timestamptz NOT NULL,
    cleared_at timestamptz,
    open       text        NOT NULL,
    late       text        NOT NULL,
    late_count int         NOT NULL,
    next_due   timestamptz,
    breaches   int         NOT NULL,
    entries    int         NOT NULL,
    last_at    timestamptz NOT NULL,
    search     text        NOT NULL
);
CREATE INDEX ON ledger_case (opened_at DESC, case_id DESC);
CREATE INDEX ON ledger_case (number);
CREATE INDEX ON ledger_case (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX ON ledger_case (late_count) WHERE late_count > 0;
