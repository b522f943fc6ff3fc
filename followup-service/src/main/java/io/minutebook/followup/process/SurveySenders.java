package io.minutebook.followup.process;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail where a mail server is named; else the log. */
@Configuration(proxyBeanMethods = false)
class SurveySenders {
    @Bean
    SurveySender surveySender(MailSettings mail, MessageSource texts) {
        SurveySender log = new LogSurveySender();
        return mail.present() ? new MailSurveySender(mail, texts, log) : log;
    }
}
