package io.minutebook.bench.raw;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A case as Axon's guide would have it: an annotated aggregate. Its events are classes, as the default serializer writes no records. */
final class StockCase {
    record Open(@TargetAggregateIdentifier String caseId, String engineer) {}

    record Report(@TargetAggregateIdentifier String caseId, String note) {}

    static final class Opened {
        final String caseId;
        final String engineer;

        Opened(String caseId, String engineer) {
            this.caseId = caseId;
            this.engineer = engineer;
        }
    }

    static final class Reported {
        final String caseId;
        final String caseNumber;
        final String site;
        final String note;

        Reported(String caseId, String caseNumber, String site, String note) {
            this.caseId = caseId;
            this.caseNumber = caseNumber;
            this.site = site;
            this.note = note;
        }
    }

    @AggregateIdentifier
    private @Nullable String caseId;

    private boolean open;

    @SuppressWarnings("unused")
    StockCase() {}

    @CommandHandler
    StockCase(Open command) {
        apply(new Opened(command.caseId(), command.engineer()));
    }

    @CommandHandler
    void handle(Report command) {
        if (!open || command.note().isBlank()) {
            throw new IllegalStateException("not open");
        }
        apply(new Reported(command.caseId(), "B-100000", "shanghai", command.note()));
    }

    @EventSourcingHandler
    void on(Opened event) {
        caseId = event.caseId;
        open = true;
    }

    @EventSourcingHandler
    void on(Reported event) {
        open = true;
    }
}
