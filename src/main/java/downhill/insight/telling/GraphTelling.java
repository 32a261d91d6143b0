package downhill.insight.telling;

import downhill.autodiff.BinaryOperation;
import downhill.autodiff.Evaluation;
import downhill.autodiff.Graph;
import downhill.autodiff.Node;
import downhill.autodiff.Operation;
import downhill.insight.telling.Telling.Table;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A computation graph in words: what it comes to, which variable moves it most, and every node with its two numbers. */
public final class GraphTelling {
    private final Graph graph;
    private final Evaluation evaluation;

    private GraphTelling(Graph graph, Evaluation evaluation) {
        this.graph = graph;
        this.evaluation = evaluation;
    }

    public static Telling of(Graph graph, Evaluation evaluation) {
        return new GraphTelling(graph, evaluation).telling();
    }

    private Telling telling() {
        String result = name(graph.nodes().get(graph.output()));
        String given = graph.variables().stream()
                .map(v -> name(v) + " = " + Numbers.of(evaluation.value(v.id())))
                .collect(Collectors.joining(", "));
        String value = result + " is " + Numbers.of(evaluation.value(graph.output()))
                + (given.isEmpty() ? "." : " at " + given + ".");
        List<List<String>> rows = graph.nodes().stream()
                .filter(node -> !(node.operation() instanceof Operation.Constant))
                .map(node -> List.of(
                        name(node),
                        Numbers.of(evaluation.value(node.id())),
                        Numbers.of(evaluation.gradient(node.id()))))
                .toList();
        return new Telling(
                "graph",
                graph.variables().stream()
                        .max(Comparator.comparingDouble(v -> Math.abs(evaluation.gradient(v.id()))))
                        .map(v -> List.of(value, reaction(result, v)))
                        .orElse(List.of(value)),
                List.of(new Table(
                        "The nodes, from the variables to the result",
                        List.of("node", "value", "derivative of " + result),
                        rows)));
    }

    private String reaction(String result, Node variable) {
        double gradient = evaluation.gradient(variable.id());
        return gradient == 0
                ? "None of the variables moves " + result + ", as far as a first look can tell."
                : result + " reacts most to " + name(variable) + ": for each little bit that it grows, " + result
                        + " changes " + Numbers.signed(gradient) + " times as much.";
    }

    /** Its own name, else what it makes of its operands. */
    private String name(Node node) {
        return node.name().orElseGet(() -> switch (node.operation()) {
            case Operation.Constant c -> Numbers.of(c.value());
            case BinaryOperation binary
            when binary.symbol().length() == 1 -> operand(node, 0) + " " + binary.symbol() + " " + operand(node, 1);
            default ->
                node.operation().symbol()
                        + node.operands().stream()
                                .map(id -> name(graph.nodes().get(id)))
                                .collect(Collectors.joining(", ", "(", ")"));
        });
    }

    private String operand(Node node, int which) {
        Node operand = graph.nodes().get(node.operands().get(which));
        boolean bare = operand.name().isPresent() || operand.operands().isEmpty();
        return bare ? name(operand) : "(" + name(operand) + ")";
    }
}
