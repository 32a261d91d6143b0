package downhill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./run soak crashes}. */
class CrashesTest {
    @Test
    void aServerThatIsKilledLosesNothingThatItAnswered() throws IOException, InterruptedException {
        Crashes.Outcome outcome = Crashes.measure(1);
        assertThat(outcome.tweaks()).isEqualTo(8);
        assertThat(outcome.wrong()).isZero();
    }
}
