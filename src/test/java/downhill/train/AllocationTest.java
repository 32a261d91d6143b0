package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import downhill.descent.rule.Adam;
import downhill.math.Kernels;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import downhill.train.step.Run;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A step with plain kernels allocates nothing: they allocate nothing even before they are compiled. */
class AllocationTest {
    private static final int STEPS = 1000;

    /** The allocation that the counter itself and the first use of a batch size may make in all. */
    private static final long ALLOWED = 4096;

    private static long allocatedBy(Specs specs) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Run run = Run.start(specs.spec(), specs.data(), Kernels.plain());
        for (int i = 0; i < STEPS; i++) {
            run.advance();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < STEPS; i++) {
            run.advance();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aStepAllocatesNothing() {
        assertThat(allocatedBy(Specs.xor(2, 4, 1))).isLessThan(ALLOWED);
    }

    @Test
    void norDoesOneWithEverything() {
        Specs specs = Specs.xor(2, 4, 3, 1)
                .rule(new Adam(0.9, 0.999, 1e-8), 0.01)
                .weightDecay(0.001)
                .batch(2, true, Reduce.SUM);
        specs.dropout = List.of(0.2, 0.1);
        specs.regularization = Optional.of(new Regularization(Norm.L1, 0.01));
        specs.frozen = List.of(new Frozen.Biases(), new Frozen.Weight(0, 1, 1));
        assertThat(allocatedBy(specs)).isLessThan(ALLOWED);
    }
}
