package io.minutebook.intake.api;

import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.CaseState;
import io.minutebook.intake.domain.cases.HistoryRow;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.stereotype.Component;

/** Imports cases side by side, each in one go; the caller stays the one who did it. */
@Component
class HistoryImporter implements DisposableBean {
    private static final int AT_ONCE = 8;

    private final Commands commands;
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("import-", 0).factory());

    HistoryImporter(
            Commands commands,
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases) {
        this.commands = commands;
        this.aggregateStates = aggregateStates;
        this.cases = cases;
    }

    /** The id of another system's case: the same whenever its rows come. */
    static String caseId(String source, String caseKey) {
        return UUID.nameUUIDFromBytes(("import\0" + source + "\0" + caseKey).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** How many rows were new. */
    int take(List<CaseCommand.ImportHistory> histories) {
        ExecutorService asCaller = new DelegatingSecurityContextExecutorService(workers);
        List<Future<Integer>> running = new ArrayList<>();
        histories.forEach(history -> running.add(asCaller.submit(() -> take(history))));
        return running.stream().mapToInt(HistoryImporter::answer).sum();
    }

    private int take(CaseCommand.ImportHistory history) {
        Set<String> known =
                aggregateStates.state(cases, history.caseId()).phase() instanceof CaseState.Imported imported
                        ? imported.rows()
                        : Set.of();
        int fresh = (int) history.rows().stream()
                .map(HistoryRow::identity)
                .distinct()
                .filter(row -> !known.contains(row))
                .count();
        if (fresh > 0) {
            commands.send(history);
        }
        return fresh;
    }

    private static int answer(Future<Integer> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        workers.close();
    }
}
