package io.minutebook.standalone;

import io.minutebook.embedded.LocalKafka;
import io.minutebook.embedded.LocalPostgres;
import io.minutebook.standalone.issuer.Issuer;
import java.util.List;

/** What each service is told of its surroundings, as any other installation would by environment variables. */
record Settings(Options options, LocalPostgres postgres, LocalKafka kafka, Issuer issuer) {
    List<String> of(String service) {
        return List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.shutdown=graceful",
                "--server.tomcat.threads.min-spare=2",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--spring.lifecycle.timeout-per-shutdown-phase=3s",
                "--spring.datasource.url=" + postgres.address(service),
                "--spring.datasource.username=" + service,
                "--spring.datasource.password=" + postgres.password(service),
                "--spring.datasource.hikari.maximum-pool-size=10",
                "--spring.datasource.hikari.minimum-idle=1",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + options.origin(),
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer.keys(),
                "--minutebook.pages.client-id=" + Issuer.PAGES_CLIENT,
                "--minutebook.pages.client-secret=" + issuer.pagesSecret(),
                "--minutebook.origin=" + options.origin());
    }
}
