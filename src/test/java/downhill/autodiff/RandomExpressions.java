package downhill.autodiff;

import downhill.math.Rng;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A seeded source of expressions that use the whole language, and of values for their variables. */
public final class RandomExpressions {
    private static final List<String> VARIABLES = List.of("x", "y", "z", "w_1");

    private final Rng rng;
    private final List<String> assigned = new ArrayList<>();

    public RandomExpressions(long seed) {
        this.rng = Rng.of(seed, Rng.Stream.CHECK);
    }

    /** A text of one to four statements, of any length. */
    public String text() {
        assigned.clear();
        StringBuilder text = new StringBuilder();
        int statements = 1 + rng.nextInt(4);
        for (int i = 0; i < statements; i++) {
            String name = i == statements - 1 ? "L" : "q" + i;
            if (i < statements - 1 || rng.nextInt(2) == 0) {
                text.append(name).append(" = ");
            }
            text.append(expression(4)).append(i == statements - 1 ? "" : oneOf(";", "\n", " ; "));
            assigned.add(name);
        }
        return text.toString();
    }

    /** Values in [-2, 2) for the graph's variables. */
    public Map<String, Double> values(Graph graph) {
        Map<String, Double> values = new HashMap<>();
        graph.variables().forEach(node -> values.put(node.name().orElseThrow(), rng.uniform(-2, 2)));
        return values;
    }

    private String oneOf(String... choices) {
        return choices[rng.nextInt(choices.length)];
    }

    private String expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        String a = expression(depth - 1 - rng.nextInt(depth));
        return switch (rng.nextInt(12)) {
            case 0 -> "(" + a + ")";
            case 1 -> "-" + a;
            case 2 -> a + " + " + expression(depth - 1);
            case 3 -> a + "-" + expression(depth - 1);
            case 4 -> a + "*" + expression(depth - 1);
            case 5 -> a + "/ (1.5 + (" + expression(depth - 1) + ")^2)";
            case 6 -> "(" + a + ")^" + rng.nextInt(4);
            case 7 -> "abs(" + a + ")^(" + expression(depth - 1) + ")";
            case 8 -> oneOf("max", "min") + "(" + a + "," + expression(depth - 1) + ")";
            case 9 -> oneOf("log", "sqrt") + "(" + a + ")";
            default -> oneOf("exp", "sin", "cos", "tanh", "sigmoid", "relu", "abs") + "(" + a + ")";
        };
    }

    private String leaf() {
        if (!assigned.isEmpty() && rng.nextInt(3) == 0) {
            return assigned.get(rng.nextInt(assigned.size()));
        }
        return switch (rng.nextInt(6)) {
            case 0 -> Integer.toString(rng.nextInt(10));
            case 1 -> Double.toString(rng.uniform(0, 3));
            case 2 -> oneOf("pi", "e", "1.5e-1");
            default -> VARIABLES.get(rng.nextInt(VARIABLES.size()));
        };
    }
}
