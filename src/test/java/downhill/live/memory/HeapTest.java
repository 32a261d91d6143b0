package downhill.live.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {
    private static final int MEGABYTES = 64;

    /** Bytes in a field, so that no collection takes it. */
    private byte[] held = {};

    @Test
    void whatIsHeldIsCountedAndWhatIsNotIsNot() {
        System.gc();
        long before = Heap.usedAfterCollection();
        held = new byte[MEGABYTES << 20];
        System.gc();
        long with = Heap.usedAfterCollection();
        held = new byte[0];
        System.gc();
        long after = Heap.usedAfterCollection();
        long half = (MEGABYTES / 2L) << 20;
        assertThat(before).isPositive();
        assertThat(with).isGreaterThan(before + half);
        assertThat(after).isLessThan(with - half);
        assertThat(held).isEmpty();
        assertThat(Heap.isFull()).isFalse();
    }
}
