package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.math.Kernels;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class KernelTrialTest {
    private long now;

    /** Kernels that do nothing, and take so long for it on this test's clock. */
    private Kernels taking(long nanoseconds) {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    now += nanoseconds;
                    return null;
                });
    }

    @Test
    void vectorsThatAreSlowLose() {
        Kernels slow = taking(1_000_000);
        var trial = new KernelTrial(slow, () -> now++);
        trial.race(100_000_000);
        assertThat(trial.faster()).isNotSameAs(slow);
        assertThat(now).isBetween(100_000_000L, 120_000_000L);
    }

    @Test
    void whoLostMayWinLater() {
        long[] cost = {1_000_000};
        Kernels warming = (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    now += cost[0];
                    return null;
                });
        var trial = new KernelTrial(warming, () -> now++);
        assertThat(trial.race(100_000_000)).isFalse();
        cost[0] = 0;
        assertThat(trial.race(100_000_000)).isTrue();
        assertThat(trial.faster()).isSameAs(warming);
    }

    @Test
    void vectorsThatAreFastWinAtOnce() {
        Kernels fast = taking(0);
        var trial = new KernelTrial(fast, () -> now++);
        trial.race(100_000_000);
        assertThat(trial.faster()).isSameAs(fast);
        assertThat(now).isLessThan(1000);
    }

    @Test
    void theyAreUsedUntilTheTrialIsOver() {
        Kernels slow = taking(1);
        assertThat(new KernelTrial(slow, () -> now).faster()).isSameAs(slow);
    }
}
