package downhill.export;

import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.UpdateRule;
import java.util.stream.Collectors;

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
        return recipe.code().moments().size();
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
        program.addIf(recipe.code().callsPower(), POWER);
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
        String memory = recipe.code().moments().stream()
                .map(moment -> ", double[] " + moment.variable())
                .collect(Collectors.joining());
        return memory + (recipe.hasFixed() ? ", boolean[] free" : "");
    }

    private static String rule(Recipe recipe) {
        String memory = recipe.code().moments().stream()
                .map(moment -> moment.variable() + "[i] = " + moment.java() + ";\n")
                .collect(Collectors.joining());
        return memory + recipe.code().java();
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
