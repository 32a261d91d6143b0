package downhill.live.room;

import downhill.live.work.BusyException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the wrong codes of each address and of all. An address may be wrong a limited number of times in a while. Once all together
 * were wrong too often, each address has only a few tries, so that many addresses find no more than one does; a class elsewhere still joins.
 */
final class CodeGuesses {
    /** The most wrong codes of one address in a while: a class behind one address mistypes some. */
    static final int PER_ADDRESS = 200;

    /** The wrong codes of all addresses in a while from which on each has only a few. */
    static final int IN_ALL = 1000;

    /** The wrong codes of one address once there were too many in all. */
    static final int FEW = 3;

    static final Duration WINDOW = Duration.ofMinutes(10);

    /** The most addresses that are counted at one time. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Clock clock;
    private final Map<String, Integer> wrong = new HashMap<>();
    private long since;
    private int all;

    CodeGuesses(Clock clock) {
        this.clock = clock;
        this.since = clock.millis();
    }

    /** Refuses an address that was wrong too often: BusyException. */
    synchronized void require(String address) {
        long now = clock.millis();
        if (now - since > WINDOW.toMillis()) {
            wrong.clear();
            all = 0;
            since = now;
        }
        int most = all < IN_ALL ? PER_ADDRESS : FEW;
        boolean isNew = !wrong.containsKey(address);
        if (wrong.getOrDefault(address, 0) >= most || (isNew && wrong.size() >= MOST_ADDRESSES)) {
            throw new BusyException(
                    "Too many wrong codes came from your network. Wait ten minutes, then type the code again.");
        }
    }

    /** Counts a wrong code. */
    synchronized void miss(String address) {
        wrong.merge(address, 1, Integer::sum);
        all++;
    }
}
