package downhill.autodiff;

import downhill.math.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The check that values and variables of a graph answer each other. */
final class VariableValues {
    private static final int MOST_TOLD = 10;

    private VariableValues() {}

    static void check(Graph graph, Map<String, Double> values) {
        Set<String> variables = graph.variables().stream()
                .map(node -> node.name().orElseThrow())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Fault> faults = new ArrayList<>();
        Set<String> unused = new LinkedHashSet<>(values.keySet());
        unused.removeAll(variables);
        unused.stream().limit(MOST_TOLD).forEach(name -> faults.add(unknown(graph, name, variables)));
        for (Node node : graph.variables()) {
            String name = node.name().orElseThrow();
            if (!values.containsKey(name)) {
                faults.add(missing(graph, node, name));
            }
        }
        if (!faults.isEmpty()) {
            throw new ExpressionException(faults);
        }
    }

    private static Fault unknown(Graph graph, String name, Set<String> variables) {
        boolean assigned = graph.nodes().stream()
                .anyMatch(node -> !node.isVariable() && node.name().equals(Optional.of(name)));
        if (assigned) {
            return new Fault.UnknownValue(name, "The expression computes it.");
        }
        if (Vocabulary.constant(name).isPresent()) {
            return new Fault.UnknownValue(
                    name, "It is the constant " + Vocabulary.constant(name).getAsDouble() + ".");
        }
        return new Fault.UnknownValue(Lexer.shortened(name), didYouMean(name, variables));
    }

    private static Fault missing(Graph graph, Node node, String name) {
        List<String> known = new ArrayList<>(Vocabulary.CONSTANTS);
        for (Node other : graph.nodes()) {
            if (!other.isVariable()) {
                other.name().ifPresent(known::add);
            }
        }
        return new Fault.MissingValue(graph.span(node.id()), name, didYouMean(name, known));
    }

    private static String didYouMean(String name, Collection<String> known) {
        return EditDistance.nearest(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("");
    }
}
