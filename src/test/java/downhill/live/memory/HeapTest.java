package downhill.live.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static final int MEGABYTES = 64;

    @Test
    void whatIsHeldIsCountedAndWhatIsNotIsNot() {
        System.gc();
        long before = Heap.usedAfterCollection();
        byte[] held = new byte[MEGABYTES << 20];
        System.gc();
        long with = Heap.usedAfterCollection();
        Reference.reachabilityFence(held);
        held = new byte[0];
        System.gc();
        long after = Heap.usedAfterCollection();
        Reference.reachabilityFence(held);
        long half = (MEGABYTES / 2L) << 20;
        assertThat(before).isPositive();
        assertThat(with).isGreaterThan(before + half);
        assertThat(after).isLessThan(with - half);
        assertThat(Heap.isFull()).isFalse();
    }
}
