package io.minutebook.bench.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** The cases the writers share, with what is known of their ends; known too little means a conflict, as in life. */
final class Cases {
    private static final int BUSY = 48;
    private static final int LONG_ENOUGH = 60;

    private final AtomicReferenceArray<UUID> busy = new AtomicReferenceArray<>(BUSY);
    private final Map<UUID, Long> next = new ConcurrentHashMap<>();

    /** A case that others write to as well. */
    UUID shared(Random random, Supplier<UUID> ids) {
        int place = random.nextInt(BUSY);
        UUID known = busy.get(place);
        if (known == null || next.getOrDefault(known, 0L) > LONG_ENOUGH) {
            busy.set(place, ids.get());
        }
        return busy.get(place);
    }

    /** The next events of a case, as far as is known now. */
    List<AdversaryEvent> next(UUID stream, int count, Supplier<UUID> ids) {
        long first = next.getOrDefault(stream, 0L);
        List<AdversaryEvent> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new AdversaryEvent(ids.get(), stream, first + i));
        }
        return entries;
    }

    void recorded(List<AdversaryEvent> entries) {
        entries.forEach(entry -> next.merge(entry.stream(), entry.sequence() + 1, Math::max));
    }

    /** Looks again where the cases end. */
    void look(Target target, List<AdversaryEvent> entries) throws SQLException {
        for (UUID stream :
                entries.stream().map(AdversaryEvent::stream).distinct().toList()) {
            next.merge(stream, target.next(stream), Math::max);
        }
    }
}
