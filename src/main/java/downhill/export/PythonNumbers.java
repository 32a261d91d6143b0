package downhill.export;

import downhill.net.Network;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.step.BatchSchedule;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a Python program that holds the run's numbers: data, first weights, and everything that a tweak can change. */
final class PythonNumbers {
    /** With more numbers than these the arrays are packed, or nobody could scroll past them. */
    private static final int MOST_READABLE = 3000;

    private final Recipe recipe;
    private final boolean packed;

    PythonNumbers(Recipe recipe) {
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
        program.add("inputs = " + array(recipe.data().inputs(), recipe.data().inputWidth()));
        program.add("targets = " + array(recipe.data().targets(), recipe.data().targetWidth()));
        program.blank().add("# W[l][j, k]: the weight from neuron k of layer l to neuron j of layer l+1");
        program.add("W = [");
        for (int l = 0; l < recipe.depth(); l++) {
            program.in()
                    .add(array(network.weights(l), network.layers().get(l)) + ",")
                    .out();
        }
        program.add("]").add("# b[l][j]: the bias of neuron j of layer l+1").add("b = [");
        for (int l = 0; l < recipe.depth(); l++) {
            double[] biases = network.biases(l);
            String text = packed
                    ? "packed(\"" + Literals.packed(biases) + "\", " + biases.length + ")"
                    : "array([" + Literals.list(biases, 0, biases.length, " ") + "])";
            program.in().add(text + ",").out();
        }
        program.add("]");
    }

    private String array(double[] flat, int width) {
        return packed
                ? "packed(\"" + Literals.packed(flat) + "\", " + flat.length / width + ", " + width + ")"
                : "array([\n" + Literals.rows(flat, width, '[', ']', "    ") + "])";
    }

    /** What can change while the run goes on, as it is at step 0. */
    void addSettings(Listing program) {
        recipe.hyperparameters()
                .forEach((parameter, value) -> program.addIf(
                        recipe.used().contains(parameter), name(parameter.key()) + " = " + Literals.number(value)));
        program.addIf(
                recipe.reduces(), "mean = " + truth(recipe.schedule().spec().reduce() == Reduce.MEAN));
        if (recipe.isSliced()) {
            addSchedule(program, recipe.schedule());
        }
    }

    private void addSchedule(Listing program, BatchSchedule schedule) {
        program.add("size = " + schedule.size());
        program.addIf(recipe.isShuffled(), "shuffle = " + truth(schedule.isShuffled()));
        program.add("first_step, first_epoch = " + schedule.fromStep() + ", " + schedule.fromEpoch());
    }

    /** The tweaks, each at its step; to be added inside the loop over the steps. */
    void addTweaks(Listing program) {
        List<BatchSchedule> schedules = recipe.schedules();
        BatchSchedule before = recipe.schedule();
        for (int i = 0; i < recipe.tweaks().size(); i++) {
            var tweaked = recipe.tweaks().get(i);
            var tweak = tweaked.tweak();
            program.add("if step == " + tweaked.step() + ":").in();
            int empty = program.length();
            tweak.optimizer()
                    .forEach((parameter, value) -> program.addIf(
                            recipe.used().contains(parameter), name(parameter.key()) + " = " + Literals.number(value)));
            BatchSchedule after = schedules.get(i);
            program.addIf(recipe.reduces(), "mean = " + truth(after.spec().reduce() == Reduce.MEAN));
            if (recipe.isSliced() && !after.equals(before)) {
                addSchedule(program, after);
            }
            before = after;
            tweak.weights()
                    .forEach(w -> program.add(
                            "W[%d][%d, %d] = %s".formatted(w.l(), w.j(), w.k(), Literals.number(w.value()))));
            tweak.biases()
                    .forEach(b -> program.add("b[%d][%d] = %s".formatted(b.l(), b.j(), Literals.number(b.value()))));
            if (recipe.hasFixed()) {
                tweak.frozen().ifPresent(frozen -> addFrozen(program, frozen));
            }
            program.addIf(program.length() == empty, "pass   # a change without effect")
                    .out();
        }
    }

    /** What is not updated: free has a 0 for it, in the order of the weights and then the biases. */
    void addFrozen(Listing program, List<Frozen> frozen) {
        program.add("free = all_free()");
        for (Frozen f : frozen) {
            switch (f) {
                case Frozen.Biases b -> program.add("for l in range(L):\n    free[L + l][:] = 0.0");
                case Frozen.Layer layer ->
                    program.add("free[%d][:] = 0.0\nfree[L + %d][:] = 0.0".formatted(layer.l(), layer.l()));
                case Frozen.Weight w -> program.add("free[%d][%d, %d] = 0.0".formatted(w.l(), w.j(), w.k()));
            }
        }
    }

    /** The function that says which parameters there are to be updated when nothing is frozen. */
    void addAllFree(Listing program, String onesLike) {
        program.add("def all_free():").in();
        program.add("\"\"\"1 for every weight and bias that exists: weights first, then biases.\"\"\"");
        program.add("free = [" + onesLike + "(p) for p in W + b]");
        for (var group : recipe.spec().network().groups()) {
            program.add("free[" + group.layer() + "][:] = 0.0   # cut into blocks");
        }
        for (var group : recipe.spec().network().groups()) {
            program.add(group.blocks().stream()
                    .map(block -> "free[%d][%d:%d, %d:%d] = 1.0"
                            .formatted(
                                    group.layer(), block.toStart(), block.toEnd(), block.fromStart(), block.fromEnd()))
                    .collect(Collectors.joining("\n")));
        }
        program.add("return free").out().blank().blank();
    }

    static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /** A name of the specification in Python's manner: learningRate is learning_rate. */
    private static String name(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
