package downhill.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** f = (x + y)*x at x = 3, y = 4, by hand: ids x 0, y 1, + 2, * 3. */
class SweepsTest {
    private static final GraphEvaluation EVALUATION =
            GraphEvaluation.of(Graph.of("(x + y)*x"), Map.of("x", 3.0, "y", 4.0));

    @Test
    void theBackwardPassVisitsOneNodeAtATime() {
        ReverseSweep sweep = new ReverseSweep(EVALUATION);
        assertThat(sweep.next()).contains(3);
        assertThat(sweep.partial(3)).isEqualTo(1);
        assertThat(sweep.partial(0)).isZero();

        assertThat(sweep.step())
                .isEqualTo(new ReverseSweep.Step(
                        3, 1, List.of(new Contribution(2, 3, 3, 3), new Contribution(0, 7, 7, 7))));
        assertThat(sweep.next()).contains(2);
        assertThat(sweep.partial(0)).isEqualTo(7);

        assertThat(sweep.step())
                .isEqualTo(new ReverseSweep.Step(
                        2, 3, List.of(new Contribution(0, 1, 3, 10), new Contribution(1, 1, 3, 3))));
        assertThat(sweep.step()).isEqualTo(new ReverseSweep.Step(1, 3, List.of()));
        assertThat(sweep.step()).isEqualTo(new ReverseSweep.Step(0, 10, List.of()));
        assertThat(sweep.next()).isEmpty();
        assertThatThrownBy(sweep::step).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forwardModeVisitsOneNodeAtATime() {
        ForwardSweep sweep = new ForwardSweep(EVALUATION, 0);
        assertThat(sweep.step()).isEqualTo(new ForwardSweep.Step(0, 1, List.of()));
        assertThat(sweep.step()).isEqualTo(new ForwardSweep.Step(1, 0, List.of()));
        assertThat(sweep.next()).contains(2);
        assertThat(sweep.step())
                .isEqualTo(new ForwardSweep.Step(
                        2, 1, List.of(new Contribution(0, 1, 1, 1), new Contribution(1, 1, 0, 1))));
        assertThat(sweep.step())
                .isEqualTo(new ForwardSweep.Step(
                        3, 10, List.of(new Contribution(2, 3, 3, 3), new Contribution(0, 7, 7, 10))));
        assertThat(sweep.next()).isEmpty();
        assertThatThrownBy(sweep::step).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forwardModeTakesAVariableOnly() {
        assertThatThrownBy(() -> new ForwardSweep(EVALUATION, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheOutputDoesNotDependOnHasGradientZero() {
        GraphEvaluation evaluation = GraphEvaluation.of(Graph.of("y = 3*x; L = z"), Map.of("x", 2.0, "z", 5.0));
        assertThat(evaluation.graph().nodes().stream().map(node -> evaluation.gradient(node.id())))
                .containsExactly(0.0, 0.0, 0.0, 1.0, 1.0);
    }
}
