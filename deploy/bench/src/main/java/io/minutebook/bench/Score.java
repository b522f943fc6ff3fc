package io.minutebook.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the rounds of a figure came to. */
public record Score(Figure figure, List<Round> rounds, Map<String, Object> notes) {
    /** One measurement of both sides. */
    public record Round(double ours, double raw) {
        double ratio() {
            return ours / raw;
        }
    }

    public double ratio() {
        return median(Round::ratio);
    }

    /** The round that speaks least for us. */
    public double worst() {
        var ratios = rounds.stream().mapToDouble(Round::ratio);
        return switch (figure.better()) {
            case HIGHER -> ratios.min().orElseThrow();
            case LOWER -> ratios.max().orElseThrow();
        };
    }

    public double ours() {
        return median(Round::ours);
    }

    public double raw() {
        return median(Round::raw);
    }

    boolean reached() {
        return switch (figure.better()) {
            case HIGHER -> ratio() >= figure.reach();
            case LOWER -> ratio() <= figure.reach();
        };
    }

    private double median(ToDoubleFunction<Round> value) {
        var sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
