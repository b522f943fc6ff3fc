package io.minutebook.bench.figure;

import static io.minutebook.bench.Figure.Better.HIGHER;

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
                        CommandInProcess::besideStockAxon));
    }
}
