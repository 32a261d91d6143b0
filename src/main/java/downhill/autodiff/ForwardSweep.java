package downhill.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forward mode, one node at a time: the derivative of every node by one variable, in evaluation order. One sweep answers for
 * one variable and all nodes; one {@link ReverseSweep} for one output and all variables.
 */
public final class ForwardSweep {
    private final GraphEvaluation evaluation;
    private final int variable;
    private final double[] tangents;
    private int done;

    /** A sweep by the variable with this id, not begun; IllegalArgumentException if the node is no variable. */
    public ForwardSweep(GraphEvaluation evaluation, int variable) {
        if (!evaluation.graph().nodes().get(variable).isVariable()) {
            throw new IllegalArgumentException("Node " + variable + " is no variable.");
        }
        this.evaluation = evaluation;
        this.variable = variable;
        this.tangents = new double[evaluation.graph().nodes().size()];
    }

    /** One node's turn: its derivative by the variable, and what it is made of. */
    public record Step(int node, double tangent, List<Contribution> contributions) {}

    /** The node whose turn is next; empty when the sweep is over. */
    public Optional<Integer> next() {
        return done < tangents.length ? Optional.of(done) : Optional.empty();
    }

    /** A node's derivative by the variable; 0 before its turn. */
    public double tangent(int id) {
        return tangents[id];
    }

    /** The next node's turn; IllegalStateException when the sweep is over, ExpressionException if a sum is not finite. */
    public Step step() {
        int id = next().orElseThrow(() -> new IllegalStateException("The forward sweep is over."));
        done++;
        tangents[id] = id == variable ? 1 : 0;
        List<Integer> operands = evaluation.graph().nodes().get(id).operands();
        List<Contribution> contributions = new ArrayList<>(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            int operand = operands.get(i);
            double local = evaluation.localDerivative(id, i);
            double contribution = local * tangents[operand];
            tangents[id] += contribution;
            contributions.add(new Contribution(operand, local, contribution, tangents[id]));
        }
        evaluation.requireFinite(id, "derivative", tangents[id]);
        return new Step(id, tangents[id], contributions);
    }
}
