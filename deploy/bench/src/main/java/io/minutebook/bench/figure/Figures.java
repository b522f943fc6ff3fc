package io.minutebook.bench.figure;

import static io.minutebook.bench.Figure.Better.HIGHER;
import static io.minutebook.bench.Figure.Better.LOWER;

import io.minutebook.bench.Figure;
import java.util.List;

/** The figures, those that share a world one after the other. */
public final class Figures {
    private Figures() {}

    public static List<Figure> all() {
        return List.of(
                new Figure(
                        "command-in-process",
                        "commands/s",
                        "one-row inserts and commits on 16 connections",
                        HIGHER,
                        1.7,
                        2.5,
                        CommandInProcess::besideInserts),
                new Figure(
                        "command-vs-stock-axon",
                        "commands/s",
                        "Axon 4.13 with its JDBC engine as it comes",
                        HIGHER,
                        10,
                        20,
                        CommandInProcess::besideStockAxon),
                new Figure(
                        "append-flat", "commands/s", "the same with a short log", HIGHER, 0.9, 0.95, AppendFlat::open),
                new Figure(
                        "bytes-per-event", "bytes", "the bytes of the payload", LOWER, 2.2, 1.6, BytesPerEvent::open),
                new Figure(
                        "relay-drain",
                        "records/s",
                        "a producer sending the same records",
                        HIGHER,
                        0.4,
                        0.75,
                        RelayDrain::open),
                new Figure(
                        "command-http",
                        "commands/s",
                        "one-row inserts and commits on 16 connections",
                        HIGHER,
                        0.5,
                        1.0,
                        CommandHttp::open),
                new Figure(
                        "command-http-p99",
                        "ms",
                        "one-row inserts and commits at the same rate",
                        LOWER,
                        4,
                        2.5,
                        CommandHttpLatency::open),
                new Figure(
                        "suite-http-8",
                        "cases/s",
                        "one-row inserts and commits on 16 connections",
                        HIGHER,
                        0.1,
                        0.2,
                        SuiteHttp.on(8)),
                new Figure(
                        "suite-http",
                        "cases/s",
                        "one-row inserts and commits on 16 connections",
                        HIGHER,
                        0.15,
                        0.3,
                        SuiteHttp.on(Whole.CONNECTIONS)),
                new Figure(
                        "suite-http-512",
                        "cases/s",
                        "one-row inserts and commits on 16 connections",
                        HIGHER,
                        0.15,
                        0.3,
                        SuiteHttp.on(512)),
                new Figure(
                        "suite-http-p99",
                        "ms",
                        "one-row inserts and commits at the same rate",
                        LOWER,
                        4,
                        2.5,
                        SuiteHttpLatency::open),
                new Figure(
                        "commit-to-visible-p99",
                        "ms",
                        "raw Kafka end to end at the same rate, and one flush",
                        LOWER,
                        5,
                        3,
                        CommitToVisible::open),
                new Figure("fold", "records/s", "as many consumers that only poll", HIGHER, 0.25, 0.5, Fold::open),
                new Figure(
                        "rebuild",
                        "records/s",
                        "a COPY of the rows that come out",
                        HIGHER,
                        0.3,
                        0.6,
                        RebuildFigure::open));
    }
}
