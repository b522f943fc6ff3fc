package io.minutebook.standalone;

import io.minutebook.embedded.LocalPostgres;

/**
 * Takes a service's event log out of its own hands: once the schema is up to date, its database role can read it and
 * add to it, and can neither change it nor grant itself the right to.
 */
record LogSeal(LocalPostgres postgres, String service) {
    /** Lets the service bring its schema up to date. */
    void open() {
        ifThere("alter table event owner to " + service);
    }

    void close() {
        ifThere("alter table event owner to " + LocalPostgres.SUPERUSER + "; grant select, insert on event to "
                + service);
    }

    private void ifThere(String sql) {
        postgres.execute(
                service, "do $$ begin if to_regclass('public.event') is not null then " + sql + "; end if; end $$");
    }
}
