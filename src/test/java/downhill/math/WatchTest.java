package downhill.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class WatchTest {
    /** A watch that keeps all shares. */
    private static final class Kept implements Watch {
        final List<Double> shares = new ArrayList<>();

        @Override
        public void run() {}

        @Override
        public void done(double share) {
            shares.add(share);
        }
    }

    @Test
    void theSharesOfEqualPartsFillTheWhole() {
        var kept = new Kept();
        for (int i = 0; i < 4; i++) {
            kept.part(i, 4).done(0);
            kept.part(i, 4).done(1);
        }
        assertThat(kept.shares).containsExactly(0.0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1.0);
    }

    @Test
    void aPartOfAPartLiesWithinIt() {
        var kept = new Kept();
        kept.between(0.5, 0.75).part(1, 2).done(0.5);
        assertThat(kept.shares).containsExactly(0.6875);
    }

    @Test
    void aPartGivesUpWhenTheWholeDoes() {
        Watch gone = () -> {
            throw new CancellationException();
        };
        assertThatThrownBy(() -> gone.part(0, 3).run()).isInstanceOf(CancellationException.class);
    }
}
