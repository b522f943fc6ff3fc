package io.minutebook.knowledge.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.knowledge.domain.Miss;
import io.minutebook.knowledge.domain.MissCommand;
import io.minutebook.knowledge.domain.MissEvent;
import io.minutebook.knowledge.domain.MissState;
import io.minutebook.platform.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How misses are stored: one stream for a question on a day. */
@Configuration(proxyBeanMethods = false)
class MissSubject {
    static EventCodec<MissEvent> types() {
        return EventCodec.of("knowledge", MissEvent.class).type("KnowledgeMissed", 1, MissEvent.KnowledgeMissed.class);
    }

    @Bean
    AggregateType<MissCommand, MissState, MissEvent> misses() {
        return new AggregateType<>("miss", MissCommand.class, MissCommand::missId, new Miss(), types(), state -> null);
    }
}
