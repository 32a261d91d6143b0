package downhill.course.grading;

import downhill.autodiff.ExpressionException;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Expressions of questions, and numbers that learners type, as numbers. */
final class Formulas {
    private Formulas() {}

    /** The value of an expression whose names are bound to paths of a picture; nothing if it has none there. */
    static OptionalDouble value(String expression, Map<String, String> with, Picture picture) {
        Graph graph = Graph.of(expression);
        Map<String, Double> values = new HashMap<>();
        for (Node variable : graph.variables()) {
            String name = variable.name().orElseThrow();
            OptionalDouble value = picture.value(with.getOrDefault(name, name));
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            values.put(name, value.getAsDouble());
        }
        return value(graph, values);
    }

    private static OptionalDouble value(Graph graph, Map<String, Double> values) {
        try {
            return OptionalDouble.of(GraphEvaluation.of(graph, values).value(graph.output()));
        } catch (ExpressionException e) {
            return OptionalDouble.empty();
        }
    }

    /** Reads a number that a learner typed: 0.25, 0,25, 3/4, 2e-3, 2 × 10^-3; nothing if it is none. */
    static OptionalDouble typed(String text) {
        String plain = text.strip()
                .replace('\u2212', '-')
                .replace("×", "*")
                .replace("·", "*")
                .replaceAll("(?<=\\d)[\\s\u2009\u202f\u00a0](?=\\d{3}(\\D|$))", "");
        if (plain.matches("[^.,]*\\d,\\d+[^.,]*")) {
            plain = plain.matches(".*\\d,\\d{3}") && !plain.matches("[-+]?0,.*")
                    ? plain.replace(",", "")
                    : plain.replace(',', '.');
        }
        try {
            OptionalDouble number = value(Graph.of(plain), Map.of());
            return number.isPresent() && Double.isFinite(number.getAsDouble()) ? number : OptionalDouble.empty();
        } catch (ExpressionException e) {
            return OptionalDouble.empty();
        }
    }
}
