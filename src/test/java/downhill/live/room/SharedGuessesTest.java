package downhill.live.room;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.bench.Postgres;
import downhill.classroom.ClassCode;
import downhill.classroom.Subject;
import downhill.live.ServerLimits;
import downhill.live.Visitor;
import downhill.live.work.BusyException;
import downhill.store.Store;
import downhill.store.StoreSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Two servers on one real PostgreSQL, at which people guess the codes of classes. */
@EnabledIf("hasPostgres")
class SharedGuessesTest {
    private static final String HERE = "192.0.2.1";

    private final TestClock clock = new TestClock();

    static boolean hasPostgres() throws IOException {
        return Postgres.isInstalled();
    }

    private static boolean isRefused(Classes classes, String code, String address) {
        try {
            assertThat(classes.ofCode(code, address)).isEmpty();
            return false;
        } catch (BusyException e) {
            assertThat(e).hasMessageContaining("Wait ten minutes");
            return true;
        }
    }

    @Test
    void tenThousandGuessesAtTwoServersAreSlowedAsAtOne() throws Exception {
        try (Postgres postgres = Postgres.start(true).orElseThrow();
                Store one = Store.open(StoreSettings.from(Map.of("DATABASE_URL", postgres.url())));
                Store two = Store.open(StoreSettings.from(Map.of("DATABASE_URL", postgres.url())));
                Classes first = new Classes(ServerLimits.DEFAULT, one.classes(), clock);
                Classes second = new Classes(ServerLimits.DEFAULT, two.classes(), clock)) {
            String code = first.open(new Subject.OfLesson("the-hill", 6), Visitor.of("teacher"))
                    .room()
                    .code();
            var random = new Random(7);
            List<Classes> servers = List.of(first, second);
            int tried = 0;
            for (int i = 0; i < 10_000; i++) {
                tried += isRefused(servers.get(i % 2), ClassCode.random(random::nextInt), HERE) ? 0 : 1;
            }
            assertThat(tried).isEqualTo(CodeGuesses.PER_ADDRESS);
            for (int i = tried; i < CodeGuesses.IN_ALL; i++) {
                assertThat(isRefused(servers.get(i % 2), ClassCode.random(random::nextInt), "198.51.100." + i % 50))
                        .isFalse();
            }
            String fresh = "203.0.113.9";
            for (int i = 0; i < CodeGuesses.FEW; i++) {
                assertThat(isRefused(second, ClassCode.random(random::nextInt), fresh))
                        .isFalse();
            }
            assertThat(isRefused(first, code, fresh)).isTrue();
            assertThat(first.ofCode(code, "203.0.113.10"))
                    .as("a class elsewhere joins")
                    .isPresent();
            clock.pass(CodeGuesses.WINDOW.plusMillis(1));
            assertThat(second.ofCode(code, HERE)).isPresent();
        }
    }
}
