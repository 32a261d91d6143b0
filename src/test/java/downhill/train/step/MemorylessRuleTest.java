package downhill.train.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import downhill.descent.Optimizer;
import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.Moment;
import downhill.descent.rule.OptimizerMemory;
import downhill.descent.rule.RuleCode;
import downhill.descent.rule.UpdateRule;
import downhill.descent.rule.UpdateSymbol;
import downhill.math.Formula;
import downhill.train.Specs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule that remembers nothing from one update to the next trains as well. */
class MemorylessRuleTest {
    /** Each parameter goes by the learning rate against the sign of its gradient. */
    private record SignDescent() implements UpdateRule {
        @Override
        public String name() {
            return "sign-descent";
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public UpdateRule with(Map<Hyperparameter, Double> values) {
            return this;
        }

        @Override
        public List<Moment> moments() {
            return List.of();
        }

        @Override
        public Formula<UpdateSymbol> formula() {
            return UpdateSymbol.RATE.times(UpdateSymbol.GRADIENT.sign()).opposite();
        }

        @Override
        public RuleCode code(Set<Hyperparameter> used) {
            throw new UnsupportedOperationException("never exported");
        }

        @Override
        public void update(
                double rate,
                int count,
                double[] g,
                OptimizerMemory before,
                OptimizerMemory after,
                double[] u,
                int from,
                int to) {
            for (int i = from; i < to; i++) {
                u[i] = -rate * Math.signum(g[i]);
            }
        }
    }

    @Test
    void eachParameterMovesByTheRateAndTheRunCanGoBack() {
        Specs specs = Specs.xor(2, 3, 1);
        specs.optimizer = new Optimizer(new SignDescent(), 0.25, 0);
        Run run = specs.run();
        double[] before = run.network().parameters().values().clone();
        run.advance();
        double[] after = run.network().parameters().values();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.length; i++) {
            assertThat(Math.abs(after[i] - before[i])).isCloseTo(0.25, offset(1e-12));
        }
    }
}
