-- Lean rows, in a partition for each month in which streams began: a stream's id is a UUID version 7, it starts with a time. All of a case
-- is in one partition, so that (stream, sequence) is unique over all of them. Streams named after something else are in event_other.

CREATE TABLE event_type (
    id      smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject text     NOT NULL,
    name    text     NOT NULL,
    version smallint NOT NULL,
    UNIQUE (subject, name, version)
);
INSERT INTO event_type (subject, name, version) SELECT DISTINCT subject, type, version FROM event ORDER BY 1, 2, 3;

DROP VIEW readable_event;
DROP TRIGGER event_append_only ON event;
ALTER TABLE event RENAME TO event_before;

CREATE TABLE event (
    position       bigint GENERATED ALWAYS AS IDENTITY,
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    stream         uuid        NOT NULL,
    event_id       uuid        NOT NULL,
    causation_id   uuid,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    sequence       int         NOT NULL,
    type           smallint    NOT NULL,
    actor          text        NOT NULL,
    site           text,
    correlation_id text,       -- null: the stream itself
    trace          bytea,
    payload        bytea       NOT NULL,
    CONSTRAINT event_once PRIMARY KEY (stream, sequence)
) PARTITION BY RANGE (stream);
CREATE INDEX event_by_order ON event (xid, position);
CREATE TABLE event_other PARTITION OF event DEFAULT;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_is_append_only();
CREATE TRIGGER event_not_truncated BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();
CREATE TRIGGER event_not_truncated BEFORE TRUNCATE ON event_other FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();

-- The least stream id of a month.
CREATE FUNCTION event_month(month date) RETURNS uuid IMMUTABLE LANGUAGE sql
    RETURN rpad(lpad(to_hex((extract(epoch FROM month) * 1000)::bigint), 12, '0'), 32, '0')::uuid;

-- Makes the partition of a month where it is missing; ids in event_other that fall into it by chance move over.
CREATE FUNCTION event_partition(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name  text := 'event_' || to_char(month, 'YYYY_MM');
    least uuid := event_month(month);
    next  uuid := event_month((month + interval '1 month')::date);
    moved bigint;
BEGIN
    IF to_regclass(name) IS NOT NULL THEN
        RETURN;
    END IF;
    LOCK TABLE event IN ACCESS EXCLUSIVE MODE;
    IF to_regclass(name) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE event INCLUDING DEFAULTS)', name);
    EXECUTE format('INSERT INTO %I SELECT * FROM event_other WHERE stream >= %L AND stream < %L', name, least, next);
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved > 0 THEN
        ALTER TABLE event_other DISABLE TRIGGER USER;
        EXECUTE format('DELETE FROM event_other WHERE stream >= %L AND stream < %L', least, next);
        ALTER TABLE event_other ENABLE TRIGGER USER;
    END IF;
    EXECUTE format('ALTER TABLE event ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, least, next);
    EXECUTE format('CREATE TRIGGER event_not_truncated BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only()', name);
END $$;

-- What a service may ask for, whose role may make no tables beside the log: this month's partition and the next two.
CREATE FUNCTION event_partitions_ahead() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM event_partition((date_trunc('month', now() AT TIME ZONE 'UTC') + n * interval '1 month')::date) FROM generate_series(0, 2) n;
END $$;
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION event_partitions_ahead() SET search_path = %I, pg_temp', current_schema());
    -- appends queue behind a table lock that waits: rather try again later
    ALTER FUNCTION event_partitions_ahead() SET lock_timeout = '1s';
    PERFORM event_partition(month::date) FROM (
        SELECT DISTINCT date_trunc('month', recorded_at AT TIME ZONE 'UTC') AS month FROM event_before) m;
    PERFORM event_partitions_ahead();
END $$;

INSERT INTO event (position, xid, stream, event_id, causation_id, occurred_at, recorded_at, sequence, type, actor, site, correlation_id, trace, payload)
    OVERRIDING SYSTEM VALUE
    SELECT position, xid, stream, event_id, causation_id, occurred_at, recorded_at, sequence, t.id, actor, site,
           nullif(correlation_id, stream::text), decode(replace(trace, '-', ''), 'hex'), payload
    FROM event_before e JOIN event_type t ON (t.subject, t.name, t.version) = (e.subject, e.type, e.version);
SELECT setval(pg_get_serial_sequence('event', 'position'), coalesce(max(position), 0) + 1, false) FROM event_before;
DROP TABLE event_before;

CREATE VIEW readable_event AS
SELECT xid, position, t.subject, stream, sequence, t.name AS type, t.version, occurred_at, recorded_at, event_id, causation_id,
       coalesce(correlation_id, stream::text) AS correlation_id, actor, site, encode(trace, 'hex') AS trace,
       convert_from(payload, 'UTF8') AS payload
FROM event e JOIN event_type t ON t.id = e.type;

-- Of each source's events, heard in the order of its log, the last that was answered; the fallback below is for records that do not say their place.
CREATE TABLE inbox_mark (
    source    text   NOT NULL,
    topic     text   NOT NULL,
    partition int    NOT NULL,
    xid       bigint NOT NULL,
    position  bigint NOT NULL,
    PRIMARY KEY (source, topic, partition)
);

-- How far this service has read in each partition of the topics that it hears.
CREATE TABLE heard_offset (
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- Ends an append whose notes do not hold, with all that was appended with it.
CREATE FUNCTION must_hold(holds boolean) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF NOT holds THEN
        RAISE EXCEPTION 'answered before' USING ERRCODE = '23505';
    END IF;
    RETURN true;
END $$;
