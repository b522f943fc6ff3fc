package io.minutebook.standalone;

import io.minutebook.embedded.LocalKafka;
import io.minutebook.embedded.LocalPostgres;
import io.minutebook.standalone.issuer.Issuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each service is told of its surroundings, by the names of the environment variables any other installation sets. */
record Settings(Options options, LocalPostgres postgres, LocalKafka kafka, String pagesSecret) {
    /** The issuer is the standalone's own; no service makes one of itself because the classes are there. */
    private static final String NOT_WANTED =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.";

    /** People of a demo, by login and role, at all sites; the demo client may act for each of them. */
    private static final Map<String, String> PEOPLE = Map.of(
            "agent-07", "agent",
            "engineer-03", "engineer",
            "expert-01", "expert",
            "followup-02", "followup",
            "supervisor-01", "supervisor");

    List<String> of(String service) {
        List<String> settings = new ArrayList<>(surroundings(service));
        settings.add("--minutebook.on-behalf=demo");
        int number = 0;
        for (Map.Entry<String, String> person : new TreeMap<>(PEOPLE).entrySet()) {
            settings.add("--minutebook.people[" + number + "].login=" + person.getKey());
            settings.add("--minutebook.people[" + number + "].roles=" + person.getValue());
            number++;
        }
        return settings;
    }

    private List<String> surroundings(String service) {
        return List.of(
                "--MINUTEBOOK_PORT=0",
                "--MINUTEBOOK_DATABASE_URL=" + postgres.address(service),
                "--MINUTEBOOK_DATABASE_USER=" + service,
                "--MINUTEBOOK_DATABASE_PASSWORD=" + postgres.password(service),
                "--MINUTEBOOK_DATABASE_OWNER=" + Suite.owner(service),
                "--MINUTEBOOK_DATABASE_OWNER_PASSWORD=" + postgres.password(Suite.owner(service)),
                "--MINUTEBOOK_KAFKA=" + kafka.bootstrapServers(),
                "--MINUTEBOOK_ISSUER=" + options.origin(),
                "--MINUTEBOOK_JWK_SET_URI=http://127.0.0.1:" + options.port() + "/oauth2/jwks",
                "--MINUTEBOOK_PAGES_CLIENT=" + Issuer.PAGES_CLIENT,
                "--MINUTEBOOK_PAGES_SECRET=" + pagesSecret,
                "--MINUTEBOOK_ORIGIN=" + options.origin(),
                "--server.address=127.0.0.1",
                "--server.tomcat.threads.min-spare=2",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--server.tomcat.accept-count=1024",
                // readers, relay, writer and clocks hold half a dozen for themselves; requests wait in line for the
                // others
                "--spring.datasource.hikari.maximum-pool-size=14",
                "--spring.datasource.hikari.minimum-idle=1",
                "--spring.lifecycle.timeout-per-shutdown-phase=3s",
                "--spring.autoconfigure.exclude=" + NOT_WANTED + "OAuth2AuthorizationServerAutoConfiguration,"
                        + NOT_WANTED + "OAuth2AuthorizationServerJwtAutoConfiguration");
    }
}
