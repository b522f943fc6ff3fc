package io.minutebook.followup.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The mail server; no host means no mail. */
@ConfigurationProperties("minutebook.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("") String from) {
    boolean present() {
        return !host.isBlank();
    }
}
