package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.bench.Postgres;
import downhill.live.archive.Claim;
import downhill.live.archive.Lease;
import downhill.live.archive.Presence;
import downhill.live.archive.Progress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The store in a real PostgreSQL, which the tests start; they are skipped where none is installed. */
@EnabledIf("isInstalled")
class PostgresTest extends StoreTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @RegisterExtension
    static final RealPostgres POSTGRES = new RealPostgres();

    static boolean isInstalled() throws IOException {
        return Postgres.isInstalled();
    }

    @BeforeEach
    void empty() throws SQLException {
        POSTGRES.empty("nodes, runs, tweaks, checkpoints, files, secrets");
    }

    private static Claim claimed(Store store) throws InterruptedException {
        Claim claim = store.claim("one");
        while (claim instanceof Claim.Elsewhere(String address, Duration left)) {
            assertThat(address).isEqualTo("http://a:1");
            assertThat(left).isLessThanOrEqualTo(SHORT);
            Thread.sleep(left.plusMillis(1));
            claim = store.claim("one");
        }
        return claim;
    }

    @Test
    void anotherServerGetsARunOnceTheLeaseIsOver() throws InterruptedException {
        try (Store a = Store.open(settings());
                Store b = Store.open(settings())) {
            a.renew(new Presence("http://a:1", SHORT));
            Lease lease = a.add(run("one", "v"), Instant.EPOCH);
            assertThat(a.renew(new Presence("http://a:1", SHORT))).containsExactly(lease);
            assertThat(b.claim("one")).isInstanceOf(Claim.Elsewhere.class);

            assertThat(claimed(b)).isEqualTo(new Claim.Granted(new Lease("one", lease.token() + 1)));
            b.renew(new Presence("http://b:1", Duration.ofMinutes(1)));
            assertThat(a.renew(new Presence("http://a:1", SHORT))).isEmpty();
            assertThat(a.claim("one")).isInstanceOf(Claim.Elsewhere.class);
            assertThat(a.reach(Map.of(lease, new Progress(9, false, OptionalDouble.empty())), Instant.EPOCH))
                    .containsExactly(lease);

            b.leave();
            assertThat(a.claim("one")).isInstanceOf(Claim.Granted.class);
        }
    }

    @Test
    void aServerThatStartsAgainAtItsAddressWaitsForNoLease() {
        Presence presence = new Presence("http://a:1", Duration.ofMinutes(1));
        try (Store before = Store.open(settings());
                Store after = Store.open(settings())) {
            before.renew(presence);
            before.add(run("one", "v"), Instant.EPOCH);
            after.renew(presence);
            assertThat(after.claim("one")).isInstanceOf(Claim.Granted.class);
        }
    }

    @Test
    void ofManyWhoClaimARunAtOnceOneGetsIt() throws InterruptedException {
        try (Store maker = Store.open(settings())) {
            maker.add(run("one", "v"), Instant.EPOCH);
        }
        List<Store> stores =
                Stream.generate(() -> Store.open(settings())).limit(4).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Claim>> tasks = new ArrayList<>();
            for (Store store : stores) {
                store.renew(new Presence("http://" + tasks.size() + ":1", Duration.ofMinutes(1)));
                tasks.add(() -> store.claim("one"));
            }
            assertThat(threads.invokeAll(tasks))
                    .extracting(Future::resultNow)
                    .filteredOn(Claim.Granted.class::isInstance)
                    .hasSize(1);
        } finally {
            stores.forEach(Store::close);
        }
    }

    @Override
    StoreSettings settings() {
        return POSTGRES.settings();
    }
}
