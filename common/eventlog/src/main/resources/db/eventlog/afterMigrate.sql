-- Where the log has an owner of its own, the service's role may read it and add to it, nothing else. Everything beside the log is the service's.
DO $$
DECLARE
    service text := '${service_role}';
    t       regclass;
BEGIN
    IF service = '' OR service = current_user THEN
        RETURN;
    END IF;
    FOR t IN SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = current_schema() AND pg_get_userbyid(c.relowner) = current_user
             AND (c.relkind IN ('r', 'p', 'v') OR c.relkind = 'S' AND NOT EXISTS (
                 SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')))
    LOOP
        IF t::text = 'event' OR t::text LIKE 'event\_%' THEN
            EXECUTE format('REVOKE ALL ON %s FROM %I', t, service);
            EXECUTE format('GRANT SELECT%s ON %s TO %I', CASE WHEN t::text IN ('event', 'event_type') THEN ', INSERT' ELSE '' END, t, service);
        ELSIF t::text LIKE 'readable\_%' OR t::text = 'flyway_schema_history' THEN
            EXECUTE format('GRANT SELECT ON %s TO %I', t, service);
        ELSE
            EXECUTE format('ALTER TABLE %s OWNER TO %I', t, service);
        END IF;
    END LOOP;
END $$;
