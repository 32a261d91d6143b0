package downhill.export;

import downhill.descent.UpdateRule;
import downhill.train.spec.Tweak.Hyperparameter;

/** The update of every parameter as Java, operation by operation that of {@link UpdateRule}. */
final class JavaUpdate {
    private static final String POWER = """
            /** base^exponent, by squaring. */
            static double power(double base, long exponent) {
                double power = 1, square = base;
                for (long rest = exponent; rest > 0; rest >>= 1) {
                    power *= (rest & 1) == 1 ? square : 1;
                    square *= square;
                }
                return power;
            }

            """;

    private JavaUpdate() {}

    /** The arrays of what the rule remembers, to be declared beside others. */
    static String memory(Recipe recipe, String parameters) {
        var text = new StringBuilder();
        for (int i = 1; i <= moments(recipe); i++) {
            text.append(", ").append("MEMORY%d_%s = zerosLike(%s)".formatted(i, parameters, parameters));
        }
        return text.toString();
    }

    private static int moments(Recipe recipe) {
        boolean plain = recipe.rule() instanceof UpdateRule.Sgd && !recipe.uses(Hyperparameter.MOMENTUM);
        return plain ? 0 : recipe.rule().moments();
    }

    static void add(Listing program, Recipe recipe) {
        boolean decays = recipe.uses(Hyperparameter.WEIGHT_DECAY);
        program.add("/** w += u for every weight and bias w with its update u. */");
        program.add("static void update(int step) {").in();
        program.add("for (int l = 0; l < L; l++) {")
                .in()
                .add("for (int j = 0; j < W[l].length; j++) {")
                .in();
        program.addIf(recipe.spec().regularization().isPresent(), "penalize(W[l][j], DW[l][j]);");
        program.add("update(step, W[l][j], DW[l][j]" + arguments(recipe, "W", "[l][j]")
                + (decays ? ", weightDecay" : "") + ");");
        program.out().add("}");
        program.add("update(step, B[l], DB[l]" + arguments(recipe, "B", "[l]") + (decays ? ", 0" : "") + ");");
        program.out().add("}").out().add("}").blank();
        program.add("static void update(int step, double[] w, double[] g" + parameters(recipe)
                        + (decays ? ", double decays" : "") + ") {")
                .in();
        program.add("for (int i = 0; i < w.length; i++) {").in();
        program.addIf(recipe.hasFixed(), "if (!free[i]) continue;");
        program.add(rule(recipe));
        program.addIf(decays, "if (decays != 0) u -= decays * (w[i] + u);");
        program.add("w[i] += u;").out().add("}").out().add("}").blank();
        program.addIf(recipe.rule() instanceof UpdateRule.Adam, POWER);
        addArrays(program, recipe);
    }

    private static String arguments(Recipe recipe, String parameters, String at) {
        var text = new StringBuilder();
        for (int i = 1; i <= moments(recipe); i++) {
            text.append(", MEMORY").append(i).append('_').append(parameters).append(at);
        }
        return text + (recipe.hasFixed() ? ", FREE_" + parameters + at : "");
    }

    private static String parameters(Recipe recipe) {
        String memory = switch (recipe.rule()) {
            case UpdateRule.Sgd r -> moments(recipe) == 0 ? "" : ", double[] v";
            case UpdateRule.RmsProp r -> ", double[] s";
            case UpdateRule.AdaGrad r -> ", double[] s";
            case UpdateRule.Adam r -> ", double[] m, double[] s";
        };
        return memory + (recipe.hasFixed() ? ", boolean[] free" : "");
    }

    private static String rule(Recipe recipe) {
        return switch (recipe.rule()) {
            case UpdateRule.Sgd r when moments(recipe) == 0 -> "double u = -learningRate * g[i];";
            case UpdateRule.Sgd r -> """
                    v[i] = momentum * v[i] - learningRate * g[i];
                    double u = %s;""".formatted(r.nesterov() ? "momentum * v[i] - learningRate * g[i]" : "v[i]");
            case UpdateRule.RmsProp r -> """
                    s[i] = decay * s[i] + (1 - decay) * (g[i] * g[i]);
                    double u = -learningRate * g[i] / (Math.sqrt(s[i]) + epsilon);""";
            case UpdateRule.AdaGrad r -> """
                    s[i] = s[i] + g[i] * g[i];
                    double u = -learningRate * g[i] / (Math.sqrt(s[i]) + epsilon);""";
            case UpdateRule.Adam r -> """
                    m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                    s[i] = beta2 * s[i] + (1 - beta2) * (g[i] * g[i]);
                    double mean = m[i] / (1 - power(beta1, step + 1));
                    double square = s[i] / (1 - power(beta2, step + 1));
                    double u = -learningRate * mean / (Math.sqrt(square) + epsilon);""";
        };
    }

    private static void addArrays(Listing program, Recipe recipe) {
        program.add("""
                static double[][][] zerosLike(double[][][] arrays) {
                    return Arrays.stream(arrays).map(Downhill::zerosLike).toArray(double[][][]::new);
                }

                static double[][] zerosLike(double[][] rows) {
                    return Arrays.stream(rows).map(row -> new double[row.length]).toArray(double[][]::new);
                }

                """);
        if (!recipe.hasFixed()) {
            return;
        }
        program.add("""
                static final boolean[][][] FREE_W = Arrays.stream(W).map(Downhill::free).toArray(boolean[][][]::new);
                static final boolean[][] FREE_B = free(B);

                static boolean[][] free(double[][] rows) {
                    return Arrays.stream(rows).map(row -> new boolean[row.length]).toArray(boolean[][]::new);
                }

                static void freeze(int l) {
                    for (boolean[] row : FREE_W[l]) Arrays.fill(row, false);
                    Arrays.fill(FREE_B[l], false);
                }

                /** Every weight that exists and every bias is updated. */
                static void freeAll() {
                    for (boolean[] row : FREE_B) Arrays.fill(row, true);
                    for (boolean[][] rows : FREE_W) for (boolean[] row : rows) Arrays.fill(row, true);
                """);
        program.in();
        for (var group : recipe.spec().network().groups()) {
            program.add("for (boolean[] row : FREE_W[" + group.layer()
                    + "]) Arrays.fill(row, false);   // cut into blocks");
        }
        for (var group : recipe.spec().network().groups()) {
            for (var block : group.blocks()) {
                program.add("for (int j = %d; j < %d; j++) Arrays.fill(FREE_W[%d][j], %d, %d, true);"
                        .formatted(block.toStart(), block.toEnd(), group.layer(), block.fromStart(), block.fromEnd()));
            }
        }
        program.out().add("}").blank();
    }
}
