-- The log. Readers go by (xid, position) below the oldest running transaction; within a stream by sequence.
CREATE TABLE event (
    position       bigint GENERATED ALWAYS AS IDENTITY,
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    stream         uuid        NOT NULL,
    sequence       bigint      NOT NULL,
    subject        text        NOT NULL,
    event_id       uuid        NOT NULL,
    type           text        NOT NULL,
    version        smallint    NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    causation_id   uuid,
    correlation_id text        NOT NULL,
    actor          text        NOT NULL,
    site           text,
    trace          text,
    payload        bytea       NOT NULL,
    PRIMARY KEY (stream, sequence)
);
CREATE UNIQUE INDEX event_in_order ON event (xid, position);

CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the event log is append-only';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();

CREATE VIEW readable_event AS
SELECT xid, position, subject, stream, sequence, type, version, occurred_at, recorded_at, event_id, causation_id,
       correlation_id, actor, site, convert_from(payload, 'UTF8') AS payload
FROM event;

-- Events of other services that a command of ours answered already.
CREATE TABLE inbox (
    event_id uuid PRIMARY KEY,
    heard_at timestamptz NOT NULL DEFAULT now()
);

-- Answers given under an Idempotency-Key.
CREATE TABLE receipt (
    caller      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    answer      text,
    given_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);

-- When clocks want to be looked at.
CREATE TABLE due_time (
    stream  uuid        NOT NULL,
    clock   text        NOT NULL,
    round   int         NOT NULL,
    moment  text        NOT NULL,
    subject text        NOT NULL,
    due_at  timestamptz NOT NULL,
    PRIMARY KEY (stream, clock, round, moment)
);
CREATE INDEX due_time_next ON due_time (due_at);

-- How far each reader of the log has come.
CREATE TABLE reader_position (
    reader   text PRIMARY KEY,
    xid      xid8   NOT NULL,
    position bigint NOT NULL
);

-- Records from the topics that no command could be made of, and all later ones of the same case.
CREATE TABLE dead_letter (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic     text        NOT NULL,
    partition int         NOT NULL,
    "offset"  bigint      NOT NULL,
    subject   text        NOT NULL,
    headers   text        NOT NULL,
    payload   bytea,
    reason    text        NOT NULL,
    temporary boolean     NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (topic, partition, "offset")
);
CREATE INDEX dead_letter_subject ON dead_letter (subject);
