package downhill.web.lab;

import downhill.json.StageConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The start of the expression lab, as its address names it: {@code ?expression=C = w*x&values=w:2,x:3}.
 *
 * @param expression the text that is differentiated
 * @param values of its variables, as far as they were given
 */
public record ExpressionLab(String expression, Map<String, Double> values) {
    /** The examples on offer. */
    public static final List<Example> EXAMPLES = List.of(
            example("A line’s cost", "C = (w*x + b - y)^2", "w:2,x:3,b:1,y:4"),
            example(
                    "A neuron with its cost",
                    "z = w*x + b; a = sigmoid(z); C = (a - y)^2/2",
                    "w:0.8,x:1.5,b:-0.2,y:0.2"),
            example(
                    "Two neurons in a row",
                    "h = tanh(u*x + b); a = sigmoid(v*h + c); C = (a - y)^2/2",
                    "u:1.2,x:0.5,b:0.1,v:-0.7,c:0.2,y:1"),
            example("Two paths", "a = 3*x; b = x^2; C = a*b", "x:2"),
            example("Two paths that cancel", "a = 2*x; b = -2*x; C = a + b", "x:3"),
            example("A sigmoid taken apart", "n = -x; u = exp(n); s = 1 + u; a = 1/s", "x:0.5"),
            example("A corner", "a = max(0, w*x + b)", "w:2,x:-1,b:1"));

    /** An expression that is worth a look. */
    public record Example(String title, ExpressionLab lab) {}

    private static Example example(String title, String expression, String values) {
        return new Example(title, new ExpressionLab(expression, numbers(values)));
    }

    /** Reads the lab from an address; the first example where it names none. */
    public static ExpressionLab read(Optional<String> expression, Optional<String> values) {
        return expression
                .map(text -> new ExpressionLab(
                        text, values.map(ExpressionLab::numbers).orElse(Map.of())))
                .orElseGet(() -> EXAMPLES.getFirst().lab());
    }

    /** Reads names with numbers; the rest is left out, and its variables begin at 1. */
    private static Map<String, Double> numbers(String text) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (part.matches("[A-Za-z_]\\w{0,40}:-?\\d{1,12}(\\.\\d{1,17})?([eE]-?\\d{1,2})?")) {
                numbers.put(part.substring(0, colon), Double.parseDouble(part.substring(colon + 1)));
            }
        }
        return numbers;
    }

    /** The configuration of its stage. */
    public StageConfig config() {
        return StageConfig.of(new StageConfig.GraphSource(expression, values, true))
                .addressed(List.of());
    }

    /** The values as an address writes them. */
    public String query() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(","));
    }
}
