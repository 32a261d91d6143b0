package downhill.bench;

import com.sun.management.ThreadMXBean;
import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Measures the heap that runs take, and the allocations of their steps. */
final class MemoryUse {
    private static final int RUNS = 200;
    private static final int STEPS = 20_000;

    private MemoryUse() {}

    /** The bytes that an action allocates in this thread. */
    static long allocated(Runnable action) {
        var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = bean.getCurrentThreadAllocatedBytes();
        action.run();
        return bean.getCurrentThreadAllocatedBytes() - before;
    }

    /** The heap that small runs take when they rest, and what each of their steps adds. */
    static void measure(List<Integer> layers) {
        Dataset data = Specimens.dense(layers.getFirst(), layers.getLast(), 200);
        RunSpec spec = Specimens.spec(layers, 10, 0.03);
        List<History> runs = new ArrayList<>();
        long before = used();
        for (int i = 0; i < RUNS; i++) {
            runs.add(new History(spec, data, Kernels.best(), History.BUDGET));
        }
        long awake = used();
        runs.forEach(History::rest);
        long resting = used();
        for (History run : runs) {
            for (int step = 0; step < STEPS; step++) {
                run.advance();
            }
            run.rest();
        }
        long walked = used();
        Figure.note(
                "%s: a run takes %,d bytes awake, %,d at rest, and %.0f for each of its first %,d steps, each of which can be"
                        + " gone back to",
                layers,
                (awake - before) / runs.size(),
                (resting - before) / runs.size(),
                (double) (walked - resting) / runs.size() / STEPS,
                STEPS);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
