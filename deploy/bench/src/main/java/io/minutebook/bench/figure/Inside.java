package io.minutebook.bench.figure;

import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.Work;
import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;
import io.minutebook.escalation.EscalationApplication;
import io.minutebook.escalation.domain.CaseCommand;
import io.minutebook.escalation.domain.CaseRef;
import io.minutebook.escalation.domain.Reply;
import io.minutebook.escalation.domain.Report;
import io.minutebook.platform.Service;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** The escalation service in this process, whole, with its relay at work and cases open that no clock runs on. */
final class Inside extends World {
    static final int THREADS = 16;
    static final String NOTE =
            "Second attempt: replaced the power module, output is stable again; watching it until tomorrow morning.";

    private final String database;
    private final ConfigurableApplicationContext service;
    private final Commands commands;
    private final List<String> cases = new ArrayList<>();

    private Inside(Stage stage) throws Exception {
        super(stage);
        database = freshDatabase("inside");
        service = keep(Service.application(EscalationApplication.class, "escalation")
                .run(settings(database, 0).toArray(String[]::new)));
        commands = service.getBean(Commands.class);
        var ids = new Ids(Clock.systemUTC());
        for (int i = 0; i < stage.pace().cases(); i++) {
            cases.add(ids.next().toString());
        }
        var next = new AtomicInteger();
        ClosedLoop.times(THREADS, cases.size(), thread -> () -> open(next.getAndIncrement()));
        settle();
    }

    /** The one that runs, or a new one. */
    static Inside of(Stage stage) throws Exception {
        return stage.world(Inside.class, () -> new Inside(stage));
    }

    String database() {
        return database;
    }

    ConfigurableApplicationContext service() {
        return service;
    }

    /** Word on how the work goes, on any of the cases: one event a command, and the case does not grow by it. */
    Work progress() {
        return thread -> () -> commands.sendOpenly(
                new CaseCommand.ReportProgress(
                        cases.get(ThreadLocalRandom.current().nextInt(cases.size())), NOTE, null),
                "bench");
    }

    /** Waits until the relay has sent all there is. */
    void settle() throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var behind = connection.prepareStatement("""
                        select 1 from event e where (e.xid, e.position) > (select xid, position from reader_position
                        where reader = 'stream.relay') limit 1""")) {
            while (true) {
                try (var found = behind.executeQuery()) {
                    if (!found.next()) {
                        return;
                    }
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private void open(int number) {
        var caseId = cases.get(number);
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var ref = new CaseRef(caseId, "B-" + (100_000 + number), "shanghai", 1);
        var customer = new Report.Customer("Zhao Min", "+86 21 5555 " + (1000 + number), null, "zh-CN");
        var report = new Report("phone", "FAULT", "P2", customer, new Report.Product("UPS 3000", "SN-" + number));
        var cause = UUID.randomUUID();
        commands.follow(new CaseCommand.ReceiveDispatch(cause, at, ref, report, "metro line 4", "chen"), cause);
        commands.sendOpenly(
                new CaseCommand.ReplyToDispatch(caseId, new Reply.WithPlan("Replace the power module."), null), "chen");
    }
}
