package downhill.live.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static final int MEGABYTES = 64;

    @Test
    void whatIsHeldIsCountedAndWhatIsNotIsNot() {
        System.gc();
        long before = Heap.usedAfterCollection();
        var held = new AtomicReference<>(new byte[MEGABYTES << 20]);
        System.gc();
        long with = Heap.usedAfterCollection();
        assertThat(held.getAndSet(new byte[0])).hasSize(MEGABYTES << 20);
        System.gc();
        long after = Heap.usedAfterCollection();
        long half = (MEGABYTES / 2L) << 20;
        assertThat(before).isPositive();
        assertThat(with).isGreaterThan(before + half);
        assertThat(after).isLessThan(with - half);
        assertThat(Heap.isFull()).isFalse();
    }
}
