-- How far each view over topics has read; what it could not read; how far a rebuild is.
CREATE TABLE view_position (
    reader      text   NOT NULL,
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (reader, topic, partition)
);
CREATE TABLE view_dead_record (
    view      text        NOT NULL,
    topic     text        NOT NULL,
    partition int         NOT NULL,
    "offset"  bigint      NOT NULL,
    reason    text        NOT NULL,
    headers   text        NOT NULL,
    value     bytea,
    found_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (view, topic, partition, "offset")
);
CREATE TABLE view_rebuild (
    view  text   PRIMARY KEY,
    state text   NOT NULL,
    read  bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL DEFAULT 0
);

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
    data         text        NOT NULL
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
