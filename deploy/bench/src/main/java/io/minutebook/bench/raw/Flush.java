package io.minutebook.bench.raw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** How long the disk takes to make a page durable. */
public record Flush(Path directory) {
    private static final int TIMES = 200;
    private static final int PAGE = 8192;

    public double medianMillis() throws IOException {
        var took = new long[TIMES];
        try (var file = FileChannel.open(
                directory.resolve("flush"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int i = 0; i < TIMES; i++) {
                file.write(ByteBuffer.allocate(PAGE), (long) (i % 16) * PAGE);
                long begun = System.nanoTime();
                file.force(false);
                took[i] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(took);
        return took[TIMES / 2] / 1e6;
    }
}
