package downhill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The short form of {@code ./run soak nodes}. */
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
