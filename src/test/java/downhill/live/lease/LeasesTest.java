package downhill.live.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.live.archive.Archive;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Claim;
import downhill.live.archive.Hold;
import downhill.live.archive.Lease;
import downhill.live.archive.Term;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that could not say in time that it is alive has lost its runs, whatever it hears later. */
class LeasesTest {
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final Lease ONE = new Lease("one", 1);
    private static final Lease TWO = new Lease("two", 1);

    /** An archive that lets this server have everything, unless it is away. */
    private final Set<Lease> granted = new HashSet<>();

    private final Set<Lease> kept = new HashSet<>();
    private final List<Lease> lost = new ArrayList<>();
    private boolean away;
    private long now;

    private final Leases leases = new Leases(archive(), LENGTH, address -> false, () -> now, () -> kept, this::lose);

    private void lose(Lease lease) {
        kept.remove(lease);
        lost.add(lease);
    }

    private Archive archive() {
        return (Archive) Proxy.newProxyInstance(
                Archive.class.getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new ArchiveException("away");
                    }
                    return switch (method.getName()) {
                        case "isShared" -> true;
                        case "renew" -> Set.copyOf(granted);
                        case "claim" -> new Claim.Granted(new Lease((String) arguments[0], 1));
                        default -> throw new AssertionError(method);
                    };
                });
    }

    private Term take(Lease lease) {
        Hold hold = leases.claim(lease.run()).orElseThrow();
        assertThat(hold.lease()).isEqualTo(lease);
        granted.add(lease);
        kept.add(lease);
        return hold.term();
    }

    private void after(int minutes) {
        now += Duration.ofMinutes(minutes).toNanos();
    }

    @AfterEach
    void close() {
        leases.close();
    }

    @Test
    void aTermGoesOnWithEachSignOfLife() {
        leases.join("http://a:1");
        Term term = take(ONE);
        for (int i = 0; i < 5; i++) {
            after(50);
            leases.renew();
            assertThat(term.holds()).isTrue();
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void aTermEndsALittleBeforeOthersMayTakeTheRuns() {
        leases.join("http://a:1");
        Term term = take(ONE);
        after(56);
        assertThat(term.holds()).isTrue();
        after(2);
        assertThat(term.holds()).isFalse();
    }

    @Test
    void aServerThatWasAwayForTooLongHasLostAllEvenIfNobodyTookIt() {
        leases.join("http://a:1");
        Term term = take(ONE);
        away = true;
        after(61);
        assertThatThrownBy(() -> leases.claim("two")).isInstanceOf(ArchiveException.class);
        away = false;
        leases.renew();
        assertThat(lost).containsExactly(ONE);
        assertThat(term.holds()).isFalse();
        assertThat(take(TWO).holds()).isTrue();
    }

    @Test
    void aRunThatAnotherServerTookIsLost() {
        leases.join("http://a:1");
        take(ONE);
        take(TWO);
        granted.remove(ONE);
        leases.renew();
        assertThat(lost).containsExactly(ONE);
        assertThat(kept).containsExactly(TWO);
    }

    @Test
    void aServerThatHasNotStartedTakesNothing() {
        assertThatThrownBy(() -> leases.claim("one"))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("starting");
    }
}
