package downhill.autodiff;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A graph with numbers: every node's value, its derivative by each of its operands, and its gradient dL/dnode. All of them
 * are finite.
 */
public final class GraphEvaluation {
    private final Graph graph;
    private final double[] values;
    private final double[][] localDerivatives;
    private final double[] gradients;
    private final boolean[] varying;

    private GraphEvaluation(Graph graph) {
        this.graph = graph;
        this.values = new double[graph.nodes().size()];
        this.localDerivatives = new double[graph.nodes().size()][];
        this.gradients = new double[graph.nodes().size()];
        this.varying = graph.varying();
    }

    /**
     * The graph's numbers at these values of its variables; ExpressionException if a variable has no value, if a value is
     * for no variable, or if a number is not finite.
     */
    public static GraphEvaluation of(Graph graph, Map<String, Double> variables) {
        VariableValues.check(graph, variables);
        GraphEvaluation evaluation = new GraphEvaluation(graph);
        for (Node node : graph.nodes()) {
            evaluation.evaluate(node, variables);
        }
        ReverseSweep sweep = new ReverseSweep(evaluation);
        while (sweep.next().isPresent()) {
            sweep.step();
        }
        for (int id = 0; id < evaluation.gradients.length; id++) {
            evaluation.gradients[id] = sweep.partial(id);
        }
        return evaluation;
    }

    private void evaluate(Node node, Map<String, Double> variables) {
        int id = node.id();
        double a = node.operands().isEmpty() ? 0 : values[node.operands().getFirst()];
        double b = node.operands().size() < 2 ? 0 : values[node.operands().get(1)];
        values[id] = switch (node.operation()) {
            case Operation.Variable v ->
                Objects.requireNonNull(variables.get(node.name().orElseThrow()));
            case Operation.Constant c -> c.value();
            case UnaryOperation f -> f.value(a);
            case BinaryOperation f -> f.value(a, b);
        };
        requireFinite(id, "value", values[id]);
        localDerivatives[id] = switch (node.operation()) {
            case Operation.Variable v -> new double[0];
            case Operation.Constant c -> new double[0];
            case UnaryOperation f -> new double[] {f.derivative(a)};
            case BinaryOperation f -> new double[] {f.byFirst(a, b), f.bySecond(a, b)};
        };
        for (double derivative : localDerivatives[id]) {
            requireFinite(id, "local derivative", derivative);
        }
    }

    /** Raises a fault that names the node if a number of it is infinite or not a number. */
    void requireFinite(int id, String quantity, double x) {
        if (Double.isFinite(x)) {
            return;
        }
        String domain = switch (graph.nodes().get(id).operation()) {
            case UnaryOperation f -> f.domain();
            case BinaryOperation f -> f.domain();
            default -> "";
        };
        String hint = domain.isEmpty() || quantity.equals("gradient") ? "It is too large." : domain;
        throw new ExpressionException(new Fault.NotFinite(id, graph.span(id), graph.text(id), quantity, hint));
    }

    /** The graph that was evaluated. */
    public Graph graph() {
        return graph;
    }

    /** The value of a node. */
    public double value(int id) {
        return values[id];
    }

    /** dL/dnode: by how much L grows for each unit that the node grows; 0 if L does not depend on it. */
    public double gradient(int id) {
        return gradients[id];
    }

    /** The derivatives of a node by each of its operands, all else held. */
    public double[] localDerivatives(int id) {
        return localDerivatives[id].clone();
    }

    double localDerivative(int id, int operand) {
        return localDerivatives[id][operand];
    }

    /** The convention that decided where the node has no derivative, as a sentence. */
    public Optional<String> note(int id) {
        Node node = graph.nodes().get(id);
        List<Integer> operands = node.operands();
        if (node.operation() == BinaryOperation.POWER && !varying[operands.get(1)]) {
            return Optional.empty();
        }
        return switch (node.operation()) {
            case UnaryOperation f -> f.note(values[operands.getFirst()]);
            case BinaryOperation f -> f.note(values[operands.getFirst()], values[operands.get(1)]);
            default -> Optional.empty();
        };
    }
}
