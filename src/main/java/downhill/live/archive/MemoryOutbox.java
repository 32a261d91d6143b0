package downhill.live.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An outbox that ends with the process. */
final class MemoryOutbox implements Outbox {
    private static final Comparator<Waiting> BY_AGE =
            Comparator.comparingLong(Waiting::made).thenComparing(Waiting::id);

    private final List<Waiting> waiting = new ArrayList<>();

    @Override
    public synchronized boolean add(Waiting statement, int most) {
        return waiting.size() < most && waiting.add(statement);
    }

    @Override
    public synchronized List<Waiting> oldest(int most) {
        return waiting.stream().sorted(BY_AGE).limit(most).toList();
    }

    @Override
    public synchronized void remove(List<Waiting> sent) {
        waiting.removeAll(sent);
    }

    @Override
    public synchronized void forget(Instant made) {
        waiting.removeIf(one -> one.made() < made.toEpochMilli());
    }

    @Override
    public boolean lead(String server, Instant now, Instant until) {
        return true;
    }

    @Override
    public void release(String server) {}
}
