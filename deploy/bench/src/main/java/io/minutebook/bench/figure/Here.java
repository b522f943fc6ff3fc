package io.minutebook.bench.figure;

import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.Work;
import io.minutebook.bench.stand.Escalation;
import io.minutebook.bench.stand.Lag;
import io.minutebook.bench.stand.World;
import io.minutebook.escalation.EscalationApplication;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.escalation.domain.cases.Reply;
import io.minutebook.escalation.domain.cases.Told;
import io.minutebook.escalation.domain.cases.Whose;
import io.minutebook.kernel.Stated;
import io.minutebook.platform.Service;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;

/** The escalation service in this process, whole, with its relay at work. */
final class Here implements AutoCloseable {
    static final int THREADS = 16;

    private final String database;
    private final ConfigurableApplicationContext service;
    private final Commands commands;
    private final List<String> cases = new ArrayList<>();

    private Here(World world, String database) {
        this.database = database;
        service = Service.application(EscalationApplication.class, "escalation")
                .run(world.settings(database, 0).toArray(String[]::new));
        commands = service.getBean(Commands.class);
    }

    /** Starts over this database, whatever is in it. */
    private static final Whose CHEN = new Whose("chen", null);

    static Here over(World world, String database) {
        return new Here(world, database);
    }

    String database() {
        return database;
    }

    /** Opens so many cases on which no clock runs. */
    void open(int count) throws Exception {
        var first = cases.size();
        add(count);
        var next = new AtomicInteger(first);
        ClosedLoop.times(THREADS, count, thread -> () -> {
            int number = next.getAndIncrement();
            var caseId = cases.get(number);
            commands.react(Dispatches.dispatch(caseId, number), Dispatches.heardFrom(caseId));
            act(new CaseCommand.ReplyToDispatch(
                    caseId, CHEN, new Reply.WithPlan("Replace the power module.", null), Told.staff(), Stated.now()));
        });
        settle();
    }

    /** Leads so many cases from dispatch to clearance, with what happens on the way; they are not open afterwards. */
    void live(int count) throws Exception {
        var ids = new Ids(Clock.systemUTC());
        var next = new AtomicInteger();
        ClosedLoop.times(THREADS, count, thread -> () -> {
            int number = next.getAndIncrement();
            var caseId = ids.next().toString();
            commands.react(Dispatches.dispatch(caseId, number), Dispatches.heardFrom(caseId));
            act(new CaseCommand.AcknowledgeDispatch(caseId, CHEN, Stated.now()));
            act(new CaseCommand.ReplyToDispatch(
                    caseId,
                    CHEN,
                    new Reply.WithoutPlan("No access before noon.", "Call the site at 13:00."),
                    Told.staff(),
                    Stated.now()));
            act(new CaseCommand.ReportProgress(caseId, "On site; the rectifier is hot.", Stated.now()));
            act(new CaseCommand.Escalate(
                    caseId, EscalationTier.L2, "Output unstable after replacement.", true, Stated.now()));
            act(new CaseCommand.ContactCustomerAsExpert(
                    caseId, null, "Explained, will be monitored over night.", Stated.now()));
            act(new CaseCommand.PlanSolution(
                    caseId,
                    CHEN,
                    new Reply.WithPlan("Replace the power module and the fan.", null),
                    Told.staff(),
                    Stated.now()));
            act(new CaseCommand.ReportProgress(caseId, Escalation.NOTE, Stated.now()));
            act(new CaseCommand.ResolveFault(
                    caseId, "chen", null, null, null, "Power module and fan replaced, load tested.", Stated.now()));
            commands.react(Dispatches.clearance(caseId, number), Dispatches.heardFrom(caseId));
        });
        settle();
    }

    /** Word on how the work goes, on any of the open cases: one event a command, and the case does not grow by it. */
    Work progress() {
        return thread -> () -> act(new CaseCommand.ReportProgress(
                cases.get(ThreadLocalRandom.current().nextInt(cases.size())), Escalation.NOTE, Stated.now()));
    }

    /** Waits until the relay has sent all there is. */
    void settle() throws SQLException {
        Lag.settle(database);
    }

    private void add(int count) {
        var ids = new Ids(Clock.systemUTC());
        for (int i = 0; i < count; i++) {
            cases.add(ids.next().toString());
        }
    }

    private void act(CaseCommand.Action act) {
        commands.sendOpenly(act, "bench");
    }

    @Override
    public void close() {
        service.close();
    }
}
