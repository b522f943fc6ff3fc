package io.minutebook.bench.stand;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The machine during the run, and how much of it others used: what /proc/stat counts less what our processes used. */
public final class Machine {
    private static final Path STAT = Path.of("/proc/stat");
    private static final long TICKS_PER_SECOND = 100;

    /** Ticks since boot: all, those in which nothing ran, and those the host took away. */
    private record Ticks(long all, long idle, long stolen) {}

    private final double loadAtStart =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final Optional<Ticks> start = ticks();
    private final Map<Long, Duration> used = new ConcurrentHashMap<>();
    private volatile Supplier<LongStream> postmasters = LongStream::empty;

    private Machine() {}

    /** Begins to watch; a process that lives shorter than a second may be missed. */
    public static Machine watch() {
        var machine = new Machine();
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("machine").factory());
        looks.scheduleAtFixedRate(machine::look, 0, 1, TimeUnit.SECONDS);
        return machine;
    }

    /** Processes outside of our tree that are ours as well. */
    public void also(Supplier<LongStream> servers) {
        postmasters = servers;
    }

    /** For the report; what the system does not tell is left out. */
    public Map<String, Object> settings() {
        look();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("cores", Runtime.getRuntime().availableProcessors());
        settings.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        settings.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        settings.put("jvmFlags", ManagementFactory.getRuntimeMXBean().getInputArguments());
        settings.put("loadAverageAtStart", loadAtStart);
        start.flatMap(before -> ticks().map(after -> shares(before, after))).ifPresent(settings::putAll);
        return settings;
    }

    private Map<String, Object> shares(Ticks before, Ticks after) {
        double all = after.all - before.all;
        double stolen = after.stolen - before.stolen;
        double busy = all - (after.idle - before.idle) - stolen;
        double ours = used.values().stream().mapToLong(Duration::toMillis).sum() * TICKS_PER_SECOND / 1000.0;
        var shares = new HashMap<String, Object>();
        shares.put("cpuBusy", percent(busy / all));
        shares.put("cpuOfOthers", percent(Math.max(0, busy - ours) / all));
        shares.put("cpuStolen", percent(stolen / all));
        return shares;
    }

    private static String percent(double share) {
        return Math.round(share * 1000) / 10.0 + " %";
    }

    private void look() {
        var roots = Stream.concat(
                Stream.of(ProcessHandle.current()),
                postmasters.get().boxed().flatMap(pid -> ProcessHandle.of(pid).stream()));
        roots.flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .forEach(process -> process.info()
                        .totalCpuDuration()
                        .ifPresent(time ->
                                used.merge(process.pid(), time, (old, now) -> now.compareTo(old) > 0 ? now : old)));
    }

    private static Optional<Ticks> ticks() {
        try (var lines = Files.lines(STAT)) {
            return lines.filter(line -> line.startsWith("cpu ")).findFirst().map(Machine::ticks);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static Ticks ticks(String line) {
        var counts = Arrays.stream(line.substring(4).trim().split(" "))
                .mapToLong(Long::parseLong)
                .limit(8)
                .toArray();
        return new Ticks(Arrays.stream(counts).sum(), counts[3] + counts[4], counts[7]);
    }
}
