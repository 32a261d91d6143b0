package downhill.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The backward pass (reverse mode), one node at a time. It starts with dL/dL = 1. A node's turn comes when all nodes that
 * use it have had theirs, so its gradient is complete; it then adds gradient times local derivative to each of its operands:
 * along a path derivatives multiply, where paths meet they add.
 */
public final class ReverseSweep {
    private final GraphEvaluation evaluation;
    private final List<Integer> order;
    private final double[] partial;
    private int done;

    /** A sweep that has not begun: L has gradient 1, every other node 0. */
    public ReverseSweep(GraphEvaluation evaluation) {
        this.evaluation = evaluation;
        this.order = evaluation.graph().backwardOrder();
        this.partial = new double[evaluation.graph().nodes().size()];
        partial[evaluation.graph().output()] = 1;
    }

    /** One node's turn: its complete gradient dL/dnode, and what it passes on. */
    public record Step(int node, double gradient, List<Contribution> contributions) {}

    /** The node whose turn is next; empty when the pass is over. */
    public Optional<Integer> next() {
        return done < order.size() ? Optional.of(order.get(done)) : Optional.empty();
    }

    /** A node's gradient as summed so far; complete from its turn on. */
    public double partial(int id) {
        return partial[id];
    }

    /** The next node's turn; IllegalStateException when the pass is over, ExpressionException if a sum is not finite. */
    public Step step() {
        int id = next().orElseThrow(() -> new IllegalStateException("The backward pass is over."));
        done++;
        List<Integer> operands = evaluation.graph().nodes().get(id).operands();
        List<Contribution> contributions = new ArrayList<>(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            int operand = operands.get(i);
            double local = evaluation.localDerivative(id, i);
            double contribution = partial[id] * local;
            partial[operand] += contribution;
            evaluation.requireFinite(operand, "gradient", partial[operand]);
            contributions.add(new Contribution(operand, local, contribution, partial[operand]));
        }
        return new Step(id, partial[id], contributions);
    }
}
