package downhill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The short form of {@code ./run soak nodes}: two servers, a database and a proxy take a while to start, so it belongs to {@code ./test long}. */
@EnabledIfSystemProperty(named = "downhill.long", matches = "true")
@EnabledIf("hasAll")
class NodeKillsTest {
    static boolean hasAll() throws IOException {
        return Postgres.isInstalled() && Nginx.isInstalled();
    }

    @Test
    void theOtherServerGoesOnWithTheSameBits() throws IOException, InterruptedException {
        NodeKills.Outcome outcome = NodeKills.measure(1);
        assertThat(outcome.wrong()).isZero();
        assertThat(outcome.tweaks()).isEqualTo(1);
        assertThat(outcome.reconnections()).isPositive();
        assertThat(outcome.steps()).isGreaterThan(40);
    }
}
