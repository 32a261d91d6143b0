package downhill.export;

import downhill.net.activation.JavaCode;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Regularization.Norm;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A run as a Java program of plain loops, example by example, that gives the very same bits as the engine. */
final class JavaProgram {
    /** The engine adds up a batch's gradients in parts of so many examples. */
    private static final int PART = 512;

    private final Recipe recipe;
    private final JavaNumbers numbers;
    private final Listing program = new Listing();

    private JavaProgram(Recipe recipe) {
        this.recipe = recipe;
        this.numbers = new JavaNumbers(recipe);
    }

    static String of(Recipe recipe) {
        var writer = new JavaProgram(recipe);
        writer.addNumbers();
        writer.addMain();
        writer.addPasses();
        writer.addUpdate();
        writer.addFunctions();
        return writer.program.toString();
    }

    private void addNumbers() {
        program.add("import java.util.Arrays;").blank();
        program.add("/**\n * " + Captions.title(recipe));
        program.add("""
                 *
                 * <p>Backpropagation by hand: run it with java Downhill.java, and it prints the number and the cost of every step, with
                 * the very same bits as the run it was made from. In the names C is the cost, z the weighted inputs of a layer, a its
                 * activations, y the outputs, d the targets.
                 */
                public final class Downhill {
                """);
        program.in();
        numbers.addArrays(program);
        program.addIf(
                recipe.isShuffled() || recipe.drops(),
                "static final long SEED = " + recipe.spec().seed() + "L;");
        program.addIf(
                recipe.drops(),
                "static final double[] DROPOUT = {"
                        + recipe.spec().dropout().stream().map(Literals::number).collect(Collectors.joining(", "))
                        + "};");
        numbers.addSettings(program);
        program.blank().add("/** The derivatives of the cost, and what the update rule remembers. */");
        program.add("static final double[][][] DW = zerosLike(W), SUM_W = zerosLike(W)" + JavaUpdate.memory(recipe, "W")
                + ";");
        program.add("static final double[][] DB = zerosLike(B), SUM_B = zerosLike(B)" + JavaUpdate.memory(recipe, "B")
                + ";");
        program.add("/** Of the example that is being looked at: a[0] is the input. */");
        program.add("static final double[][] Z = new double[L][], A = new double[L + 1][]"
                + (recipe.drops() ? ", VALUE = new double[L][], MASK = new double[L][]" : "") + ";");
        program.blank();
    }

    private void addMain() {
        program.add("public static void main(String[] arguments) {").in();
        program.add("for (int step = 0; step <= " + recipe.steps() + "; step++) {")
                .in();
        program.addIf(numbers.hasChanges(), "change(step);");
        program.add("int[] batch = batch(step);");
        program.add("double scale = " + scale() + ", cost = 0;");
        boolean inParts = recipe.data().size() > PART;
        if (inParts) {
            program.add("for (int from = 0; from < batch.length; from += " + PART + ") {")
                    .in();
        }
        String to = inParts ? "Math.min(from + " + PART + ", batch.length)" : "batch.length";
        program.add("for (int place = " + (inParts ? "from" : "0") + "; place < " + to + "; place++) {")
                .in();
        program.addIf(recipe.drops(), "drop(step, place);");
        program.add("forward(INPUTS[batch[place]]);");
        program.add("cost += cost(Z[L - 1], A[L], TARGETS[batch[place]]);");
        program.add("backward(TARGETS[batch[place]]);");
        program.out().add("}");
        program.add("takeSums(scale" + (inParts ? ", from == 0);" : ");"));
        if (inParts) {
            program.out().add("}");
        }
        program.add("System.out.println(step + \" \" + " + reduced() + ");");
        program.add("update(step);");
        program.out().add("}").out().add("}").blank();
        program.addIf(numbers.isPacked(), JavaText.UNPACKED);
        addBatch();
        if (numbers.hasChanges()) {
            numbers.addChanges(program);
        }
    }

    private String scale() {
        return choice("1.0 / batch.length", "1");
    }

    private String reduced() {
        return choice("cost / batch.length", "cost");
    }

    private String choice(String mean, String sum) {
        return recipe.reduces()
                ? "(mean ? " + mean + " : " + sum + ")"
                : recipe.spec().batch().reduce() == Reduce.MEAN ? mean : sum;
    }

    private void addBatch() {
        program.add("static int[] order = range();").blank();
        program.add("""
                static int[] range() {
                    return java.util.stream.IntStream.range(0, INPUTS.length).toArray();
                }

                """);
        program.add("/** Which examples a step looks at. */")
                .add("static int[] batch(int step) {")
                .in();
        if (recipe.isSliced()) {
            program.add("int slices = (INPUTS.length + size - 1) / size;");
            program.add("int start = (step - firstStep) % slices * size;");
            program.addIf(recipe.isShuffled(), """
                    if (start == 0) {
                        order = range();
                        if (shuffle) shuffle(order, random(3, firstEpoch + (step - firstStep) / slices));
                    }""");
            program.add("return Arrays.copyOfRange(order, start, Math.min(start + size, order.length));");
        } else {
            program.add("return order;");
        }
        program.out().add("}").blank();
        program.addIf(recipe.isShuffled() || recipe.drops(), JavaText.GENERATOR);
        program.addIf(recipe.isShuffled(), JavaText.SHUFFLE);
    }

    private void addPasses() {
        program.add("/** z = W a + b, then the activation, layer after layer. */");
        program.add("static void forward(double[] input) {").in();
        program.add("A[0] = input;\nfor (int l = 0; l < L; l++) {").in();
        program.add("""
                Z[l] = B[l].clone();
                for (int j = 0; j < Z[l].length; j++) {
                    for (int k = 0; k < A[l].length; k++) Z[l][j] = Math.fma(W[l][j][k], A[l][k], Z[l][j]);
                }
                """);
        program.add((recipe.drops() ? "VALUE[l]" : "A[l + 1]") + " = activations(l, Z[l]);");
        program.addIf(recipe.drops(), """
                A[l + 1] = VALUE[l].clone();
                for (int j = 0; l < L - 1 && j < A[l + 1].length; j++) A[l + 1][j] *= MASK[l][j];""");
        program.out().add("}").out().add("}").blank();
        program.addIf(recipe.drops(), """
                /** Which hidden neurons a step drops for one of its examples. */
                static void drop(int step, int place) {
                    long[] random = random(4, ((long) step << 31) + place);
                    for (int l = 0; l < DROPOUT.length; l++) {
                        MASK[l] = new double[B[l].length];
                        for (int j = 0; j < MASK[l].length; j++) {
                            MASK[l][j] = (next(random) >>> 11) * 0x1p-53 < DROPOUT[l] ? 0 : 1 / (1 - DROPOUT[l]);
                        }
                    }
                }

                """);
        addBackward();
    }

    private void addBackward() {
        program.add(
                "/** delta = dC/dz, from the last layer to the first; dC/dW[j][k] = delta[j] a[k] and dC/db[j] = delta[j]. */");
        program.add("static void backward(double[] targets) {").in();
        program.add("double[] delta = lastDelta(Z[L - 1], A[L], targets);");
        program.add("for (int l = L - 1; l >= 0; l--) {").in();
        program.add("""
                for (int j = 0; j < delta.length; j++) {
                    for (int k = 0; k < A[l].length; k++) SUM_W[l][j][k] = Math.fma(delta[j], A[l][k], SUM_W[l][j][k]);
                    SUM_B[l][j] += delta[j];
                }
                """);
        program.addIf(recipe.depth() > 1, """
                if (l > 0) {
                    double[] below = new double[A[l].length];
                    for (int k = 0; k < below.length; k++) {
                        for (int j = 0; j < delta.length; j++) below[k] = Math.fma(W[l][j][k], delta[j], below[k]);
                        below[k] = %sbelow[k]%s * slope(l - 1, Z[l - 1][k], %s);
                    }
                    delta = below;
                }""".formatted(
                        recipe.drops() ? "(" : "",
                        recipe.drops() ? " * MASK[l - 1][k])" : "",
                        recipe.drops() ? "VALUE[l - 1][k]" : "A[l][k]"));
        program.out().add("}").out().add("}").blank();
    }

    private void addUpdate() {
        boolean inParts = recipe.data().size() > PART;
        String taken = inParts ? "first ? scale * sum[k] : d[k] + scale * sum[k]" : "scale * sum[k]";
        program.add("/** Makes derivatives of the sums over the examples. */");
        program.add("static void takeSums(double scale" + (inParts ? ", boolean first" : "") + ") {")
                .in();
        program.add("""
                for (int l = 0; l < L; l++) {
                    for (int j = 0; j < W[l].length; j++) take(scale, SUM_W[l][j], DW[l][j]%s);
                    take(scale, SUM_B[l], DB[l]%s);
                }
                """.formatted(inParts ? ", first" : "", inParts ? ", first" : ""));
        program.out().add("}").blank();
        program.add("static void take(double scale, double[] sum, double[] d" + (inParts ? ", boolean first" : "")
                        + ") {")
                .in();
        program.add("for (int k = 0; k < d.length; k++) d[k] = " + taken + ";");
        program.add("Arrays.fill(sum, 0);").out().add("}").blank();
        recipe.spec()
                .regularization()
                .ifPresent(r -> program.add(
                        """
                /** The penalty on large weights. */
                static void penalize(double[] w, double[] d) {
                    for (int k = 0; k < d.length; k++) d[k] += %s * %s;
                }

                """.formatted(Literals.number(r.rate()), r.norm() == Norm.L1 ? "Math.signum(w[k])" : "w[k]")));
        JavaUpdate.add(program, recipe);
    }

    private void addFunctions() {
        boolean softmax = JavaFunctions.isSoftmax(recipe);
        program.add("static double[] activations(int l, double[] z) {").in();
        program.addIf(softmax, "if (l == L - 1) return softmax(z);");
        program.add("return Arrays.stream(z).map(one -> activation(l, one)).toArray();")
                .out();
        program.add("}").blank();
        int curves = recipe.depth() - (softmax ? 1 : 0);
        program.add("static double activation(int l, double z) {\n" + choice(curves, JavaCode::value) + "}\n\n");
        program.add("static double slope(int l, double z, double a) {\n" + choice(curves, JavaCode::slope) + "}\n\n");
        program.addIf(softmax, JavaFunctions.SOFTMAX);
        program.add(JavaFunctions.error(recipe));
        program.add(JavaFunctions.cost(recipe));
        program.add(JavaFunctions.lastDelta(recipe));
        JavaFunctions.addElementary(program, recipe);
        program.out().add("}");
    }

    private String choice(int layers, Function<JavaCode, String> expression) {
        var text = new StringBuilder("    return switch (l) {\n");
        for (int l = 0; l < layers; l++) {
            text.append("        case ").append(l).append(" -> ");
            text.append(expression.apply(
                    recipe.spec().network().activations().get(l).java()));
            text.append(";\n");
        }
        return text.append("        default -> throw new IndexOutOfBoundsException(l);\n    };\n")
                .toString();
    }
}
