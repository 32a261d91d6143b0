package downhill.export;

import downhill.net.Network;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.step.BatchSchedule;
import java.util.ArrayList;
import java.util.List;

/** The part of a Java program that holds the run's numbers: data, first weights, and everything that a tweak can change. */
final class JavaNumbers {
    /** With more numbers than these the arrays are packed: a class's initializer has room for 64 kilobytes of code. */
    private static final int MOST_READABLE = 3000;

    /** The longest constant text of a class has 65,535 bytes. */
    private static final int LONGEST_TEXT = 60_000;

    /** So many statements fit in a method. */
    private static final int MOST_STATEMENTS = 500;

    private final Recipe recipe;
    private final boolean packed;

    JavaNumbers(Recipe recipe) {
        this.recipe = recipe;
        this.packed = recipe.numbers() > MOST_READABLE;
    }

    /** Whether the arrays are packed, so that the program has to unpack them. */
    boolean isPacked() {
        return packed;
    }

    /** The data and the parameters at step 0. */
    void addArrays(Listing program) {
        Network network = recipe.initial();
        program.add("static final double[][] INPUTS = "
                + array(recipe.data().inputs(), recipe.data().inputWidth()) + ";");
        program.add("static final double[][] TARGETS = "
                + array(recipe.data().targets(), recipe.data().targetWidth()) + ";");
        program.blank().add("/** W[l][j][k]: the weight from neuron k of layer l to neuron j of layer l+1. */");
        program.add("static final double[][][] W = {");
        for (int l = 0; l < recipe.depth(); l++) {
            program.in()
                    .add(array(network.weights(l), network.layers().get(l)) + ",")
                    .out();
        }
        program.add("};").add("/** B[l][j]: the bias of neuron j of layer l+1. */");
        program.add("static final double[][] B = {");
        for (int l = 0; l < recipe.depth(); l++) {
            double[] biases = network.biases(l);
            program.in().add(list(biases) + ",").out();
        }
        program.add("};").add("static final int L = W.length;");
    }

    private String list(double[] values) {
        return packed
                ? array(values, values.length) + "[0]"
                : "{" + Literals.list(values, 0, values.length, "    ") + "}";
    }

    private String array(double[] flat, int width) {
        if (!packed) {
            return "{\n" + Literals.rows(flat, width, '{', '}', "    ") + "}";
        }
        String text = Literals.packed(flat);
        var pieces = new StringBuilder("unpacked(" + width);
        for (int i = 0; i < text.length(); i += LONGEST_TEXT) {
            pieces.append(",\n    \"")
                    .append(text, i, Math.min(i + LONGEST_TEXT, text.length()))
                    .append('"');
        }
        return pieces.append(')').toString();
    }

    /** What can change while the run goes on, as it is at step 0. */
    void addSettings(Listing program) {
        recipe.hyperparameters()
                .forEach((parameter, value) -> program.addIf(
                        recipe.used().contains(parameter),
                        "static double " + parameter.key() + " = " + Literals.number(value) + ";"));
        program.addIf(
                recipe.reduces(),
                "static boolean mean = " + (recipe.schedule().spec().reduce() == Reduce.MEAN) + ";");
        if (recipe.isSliced()) {
            schedule(recipe.schedule()).forEach(line -> program.add("static " + type(line) + line));
        }
    }

    private static String type(String assignment) {
        return assignment.startsWith("shuffle") ? "boolean " : "int ";
    }

    private List<String> schedule(BatchSchedule schedule) {
        List<String> lines = new ArrayList<>();
        lines.add("size = " + schedule.size() + ";");
        if (recipe.isShuffled()) {
            lines.add("shuffle = " + schedule.isShuffled() + ";");
        }
        lines.add("firstStep = " + schedule.fromStep() + ";");
        lines.add("firstEpoch = " + schedule.fromEpoch() + ";");
        return lines;
    }

    /** Whether anything is changed by hand: a tweak, or what is frozen from the beginning on. */
    boolean hasChanges() {
        return !changes().isEmpty();
    }

    /** The methods that make the changes, each at its step. */
    void addChanges(Listing program) {
        List<String> changes = changes();
        int methods = (changes.size() + MOST_STATEMENTS - 1) / MOST_STATEMENTS;
        program.add("/** What was changed by hand, each at its step. */");
        program.add("static void change(int step) {").in();
        for (int i = 0; i < methods; i++) {
            program.add("change" + i + "(step);");
        }
        program.out().add("}").blank();
        for (int i = 0; i < methods; i++) {
            program.add("static void change" + i + "(int step) {").in();
            changes.subList(i * MOST_STATEMENTS, Math.min((i + 1) * MOST_STATEMENTS, changes.size()))
                    .forEach(program::add);
            program.out().add("}").blank();
        }
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (recipe.hasFixed()) {
            at(changes, 0, frozen(recipe.frozen()));
        }
        List<BatchSchedule> schedules = recipe.schedules();
        BatchSchedule before = recipe.schedule();
        for (int i = 0; i < recipe.tweaks().size(); i++) {
            int step = recipe.tweaks().get(i).step();
            var tweak = recipe.tweaks().get(i).tweak();
            List<String> lines = new ArrayList<>();
            tweak.optimizer().forEach((parameter, value) -> {
                if (recipe.used().contains(parameter)) {
                    lines.add(parameter.key() + " = " + Literals.number(value) + ";");
                }
            });
            BatchSchedule after = schedules.get(i);
            if (recipe.reduces()) {
                lines.add("mean = " + (after.spec().reduce() == Reduce.MEAN) + ";");
            }
            if (recipe.isSliced() && !after.equals(before)) {
                lines.addAll(schedule(after));
            }
            before = after;
            tweak.weights()
                    .forEach(w -> lines.add(
                            "W[%d][%d][%d] = %s;".formatted(w.l(), w.j(), w.k(), Literals.number(w.value()))));
            tweak.biases()
                    .forEach(b -> lines.add("B[%d][%d] = %s;".formatted(b.l(), b.j(), Literals.number(b.value()))));
            if (recipe.hasFixed()) {
                tweak.frozen().ifPresent(frozen -> lines.addAll(frozen(frozen)));
            }
            at(changes, step, lines);
        }
        return changes;
    }

    private static void at(List<String> changes, int step, List<String> lines) {
        lines.forEach(line -> changes.add("if (step == " + step + ") " + line));
    }

    private static List<String> frozen(List<Frozen> frozen) {
        List<String> lines = new ArrayList<>(List.of("freeAll();"));
        for (Frozen f : frozen) {
            lines.add(
                    switch (f) {
                        case Frozen.Biases b -> "for (boolean[] row : FREE_B) Arrays.fill(row, false);";
                        case Frozen.Layer layer -> "freeze(" + layer.l() + ");";
                        case Frozen.Weight w -> "FREE_W[%d][%d][%d] = false;".formatted(w.l(), w.j(), w.k());
                    });
        }
        return lines;
    }
}
