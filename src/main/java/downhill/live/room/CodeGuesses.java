package downhill.live.room;

import downhill.live.archive.ClassArchive;
import downhill.live.archive.WrongCodes;
import downhill.live.work.BusyException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the wrong codes of each address and of all. An address may be wrong a limited number of times in a while. Once all together
 * were wrong too often, each address has only a few tries, so that many addresses find no more than one does; a class elsewhere still joins.
 * Several servers count together, in the database: there an address is one of thousands in a group, so that the database holds no address.
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

    /** The wrong codes of all servers from which on no other group of addresses is counted, so that the database keeps no more rows than about these. */
    private static final int MOST_SHARED = MOST_ADDRESSES * FEW;

    /** The number of groups of addresses is a power of two. */
    private static final int GROUP_BITS = 20;

    private final Clock clock;
    private final ClassArchive archive;
    private final Map<String, Integer> wrong = new HashMap<>();
    private long since;
    private int all;

    CodeGuesses(Clock clock, ClassArchive archive) {
        this.clock = clock;
        this.archive = archive;
        this.since = clock.millis();
    }

    /** Refuses an address that was wrong too often: BusyException. The database is asked only for one that has tries left here. */
    void require(String address) {
        String name = name(address);
        requireKnown(name);
        if (archive.isShared()) {
            learn(name, archive.wrongCodes(Integer.parseInt(name), period()));
            requireKnown(name);
        }
    }

    private synchronized void requireKnown(String name) {
        startAnew();
        int most = all < IN_ALL ? PER_ADDRESS : FEW;
        boolean isNew = !wrong.containsKey(name);
        boolean isFull = wrong.size() >= MOST_ADDRESSES || all >= MOST_SHARED;
        if (wrong.getOrDefault(name, 0) >= most || (isNew && isFull)) {
            throw new BusyException(
                    "Too many wrong codes came from your network. Wait ten minutes, then type the code again.");
        }
    }

    private void startAnew() {
        long now = clock.millis();
        long start = archive.isShared() ? period() * WINDOW.toMillis() : now;
        if (now - since > WINDOW.toMillis() || (archive.isShared() && start != since)) {
            wrong.clear();
            all = 0;
            since = start;
        }
    }

    /** The number of the present while, which servers with the same clock agree on. */
    private long period() {
        return clock.millis() / WINDOW.toMillis();
    }

    /** Takes over what all servers counted. */
    private synchronized void learn(String name, WrongCodes counted) {
        all = Math.max(all, counted.inAll());
        if (counted.ofGroup() > 0) {
            wrong.merge(name, counted.ofGroup(), Math::max);
        }
    }

    /** Counts a wrong code. */
    void miss(String address) {
        String name = name(address);
        if (archive.isShared()) {
            archive.addWrongCode(Integer.parseInt(name), period());
        }
        count(name);
    }

    private synchronized void count(String name) {
        wrong.merge(name, 1, Integer::sum);
        all++;
    }

    /** The name under which an address is counted: its own, or the number of its group. */
    private String name(String address) {
        return archive.isShared() ? String.valueOf(group(address)) : address;
    }

    /** The first bits of the address's hash. */
    private static int group(String address) {
        return Integer.parseInt(SecretKey.hex(address).substring(0, GROUP_BITS / 4), 16);
    }
}
