package io.minutebook.bench.raw;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Consumers that share a topic's partitions and do nothing but poll. */
public record RawConsumer(String kafka, String topic, int threads) {
    /** Records a second, from the beginning to where the topic ends. */
    public double perSecond() throws Exception {
        long begun = System.nanoTime();
        long seen = 0;
        try (var crew = Executors.newFixedThreadPool(threads)) {
            var shares = new ArrayList<Callable<Long>>();
            for (int i = 0; i < threads; i++) {
                int share = i;
                shares.add(() -> {
                    try (var part = new Topic(kafka, topic, partition -> partition % threads == share)) {
                        return part.read(Long.MAX_VALUE, record -> {});
                    }
                });
            }
            for (var done : crew.invokeAll(shares)) {
                seen += done.get();
            }
        }
        return seen * 1e9 / (System.nanoTime() - begun);
    }
}
