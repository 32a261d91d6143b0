package downhill.insight.description;

import downhill.autodiff.BinaryOperation;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import downhill.autodiff.Operation;
import downhill.insight.description.Description.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Describes a computation graph up to a step of its passes: the newest result, and every node with the numbers known so far. */
public final class GraphDescription {
    private final Graph graph;
    private final GraphEvaluation evaluation;
    private final GraphProgress progress;
    private final String result;

    private GraphDescription(GraphEvaluation evaluation, OptionalInt step) {
        this.graph = evaluation.graph();
        this.evaluation = evaluation;
        this.progress = new GraphProgress(evaluation, step);
        this.result = name(graph.nodes().get(graph.output()));
    }

    /**
     * Describes a graph.
     *
     * @param step the step of the passes, from 0: values forward, derivatives back; absent for its end
     */
    public static Description of(GraphEvaluation evaluation, OptionalInt step) {
        return new GraphDescription(evaluation, step).description();
    }

    private Description description() {
        List<List<String>> rows = graph.nodes().stream()
                .filter(node -> !(node.operation() instanceof Operation.Constant))
                .map(node -> List.of(name(node), progress.value(node.id()), progress.gradient(node.id())))
                .toList();
        return new Description(
                "graph",
                progress.isAtEnd() ? whole() : atStep(),
                List.of(new Table(
                        "The nodes, from the variables to the result",
                        List.of("node", "value", "derivative of " + result),
                        rows)));
    }

    /** The graph's result, and the variable that moves it most. */
    private List<String> whole() {
        List<String> sentences =
                new ArrayList<>(List.of(given(result + " is " + SpokenNumbers.of(evaluation.value(graph.output())))));
        graph.variables().stream()
                .max(Comparator.comparingDouble(v -> Math.abs(evaluation.gradient(v.id()))))
                .map(this::reaction)
                .ifPresent(sentences::add);
        return sentences;
    }

    private String given(String what) {
        String given = graph.variables().stream()
                .map(v -> name(v) + " = " + SpokenNumbers.of(evaluation.value(v.id())))
                .collect(Collectors.joining(", "));
        return what + (given.isEmpty() ? "." : " at " + given + ".");
    }

    private List<String> atStep() {
        String place = "Step " + progress.at() + " of " + progress.last() + ". ";
        if (progress.at() == 0) {
            return List.of(
                    place + given("The graph of " + result + " stands") + " Everything else is still to be found.");
        }
        if (progress.isSeed()) {
            return List.of(place + "Now back. If " + result + " grows by 1, it grows by 1: its own derivative is 1.");
        }
        return List.of(
                place + (progress.isGoingForward() ? forward(graph.nodes().get(progress.now())) : backward()));
    }

    private String forward(Node node) {
        String named = node.name().map(name -> name + " = ").orElse("");
        return "Forward: " + named + formula(node) + " is " + SpokenNumbers.of(evaluation.value(node.id())) + ".";
    }

    private String backward() {
        Node from = graph.nodes().get(progress.passed().node());
        String passes = progress.contributions().stream()
                .map(c -> name(graph.nodes().get(c.operand())) + " gets "
                        + SpokenNumbers.of(progress.passed().gradient()) + " times "
                        + SpokenNumbers.of(c.localDerivative())
                        + ", which is " + SpokenNumbers.of(c.contribution()))
                .collect(Collectors.joining("; "));
        return "Back from " + name(from) + ", whose derivative is "
                + SpokenNumbers.of(progress.passed().gradient()) + ": " + passes + ".";
    }

    private String reaction(Node variable) {
        double gradient = evaluation.gradient(variable.id());
        return gradient == 0
                ? "None of the variables moves " + result + ", as far as a first look can tell."
                : result + " reacts most to " + name(variable) + ": for each little bit that it grows, " + result
                        + " changes " + SpokenNumbers.signed(gradient) + " times as much.";
    }

    /** Its own name, else what it makes of its operands. */
    private String name(Node node) {
        return node.name().orElseGet(() -> formula(node));
    }

    private String formula(Node node) {
        return switch (node.operation()) {
            case Operation.Constant c -> SpokenNumbers.of(c.value());
            case BinaryOperation binary
            when binary.symbol().length() == 1 -> operand(node, 0) + " " + binary.symbol() + " " + operand(node, 1);
            default ->
                node.operation().symbol()
                        + node.operands().stream()
                                .map(id -> name(graph.nodes().get(id)))
                                .collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private String operand(Node node, int which) {
        Node operand = graph.nodes().get(node.operands().get(which));
        boolean bare = operand.name().isPresent() || operand.operands().isEmpty();
        return bare ? name(operand) : "(" + name(operand) + ")";
    }
}
