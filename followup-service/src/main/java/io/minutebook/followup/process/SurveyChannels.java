package io.minutebook.followup.process;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels that a survey is tried on, one after the other. */
record SurveyChannels(List<SurveyChannel> inOrder) {
    SurveyChannels {
        inOrder = List.copyOf(inOrder);
    }

    /** Mail where a mail server is named; else none. */
    @Configuration(proxyBeanMethods = false)
    static class Of {
        @Bean
        SurveyChannels surveyChannels(MailSettings mail, MessageSource texts) {
            return new SurveyChannels(mail.present() ? List.of(new MailChannel(mail, texts)) : List.of());
        }
    }
}
