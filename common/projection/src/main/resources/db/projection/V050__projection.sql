-- How far each view over topics has read.
CREATE TABLE view_position (
    reader      text   NOT NULL,
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (reader, topic, partition)
);

-- Records no view could be made of. One is kept first and sent to the dead letters afterwards.
CREATE TABLE view_dead_record (
    view      text        NOT NULL,
    topic     text        NOT NULL,
    partition int         NOT NULL,
    "offset"  bigint      NOT NULL,
    reason    text        NOT NULL,
    headers   text        NOT NULL,
    key       bytea,
    value     bytea,
    sent      boolean     NOT NULL,
    found_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (view, topic, partition, "offset")
);
CREATE INDEX ON view_dead_record (view) WHERE NOT sent;

-- A rebuild loads, then derives, then catches up; it goes on where it stopped. "derived": the last case whose line is written.
CREATE TABLE view_rebuild (
    view    text   PRIMARY KEY,
    state   text   NOT NULL,
    read    bigint NOT NULL DEFAULT 0,
    total   bigint NOT NULL DEFAULT 0,
    step    text   NOT NULL DEFAULT 'LOADING',
    derived text   NOT NULL DEFAULT ''
);
