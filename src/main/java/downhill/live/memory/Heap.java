package downhill.live.memory;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The heap as the last collection left it: what is then still there is really in use. */
public final class Heap {
    /** A heap is full from this share of its largest size on: collections then follow each other, and requests wait for them. */
    private static final double FULL = 0.93;

    private Heap() {}

    /** True if the last collection left hardly any room. */
    public static boolean isFull() {
        return usedAfterCollection() > FULL * Runtime.getRuntime().maxMemory();
    }

    /** The bytes in use after the last collection; 0 before the first one. */
    static long usedAfterCollection() {
        Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(GcInfo::getEndTime))
                .map(last -> last.getMemoryUsageAfterGc().entrySet().stream()
                        .filter(pool -> pools.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum())
                .orElse(0L);
    }
}
