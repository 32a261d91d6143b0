package downhill.insight.reading;

import downhill.data.Dataset;
import downhill.net.Batch;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The examples of a set that a network reads as one class or another.
 *
 * @param held whether these are the examples held out; else they are those that the network trains on
 * @param classes the classes' names
 * @param found the number of examples that were asked for
 * @param shown the first of them, in the set's order
 */
public record Readings(int step, boolean held, List<String> classes, int found, List<Reading> shown) {
    /** The most examples that are shown. */
    public static final int MOST = 48;

    /** The number of examples that pass through the network at once; it changes no result. */
    private static final int CHUNK = 256;

    /**
     * One example.
     *
     * @param example its index in the set
     * @param input its inputs
     * @param outputs the network's outputs for it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reading(int example, int actual, int predicted, double[] input, double[] outputs) {}

    /**
     * The examples that are wanted: those of a class, those that are read as a class, or both; without either the wrong ones.
     *
     * @param actual the examples' own class
     * @param predicted the class of the largest output
     */
    public record Wanted(OptionalInt actual, OptionalInt predicted) {
        private boolean takes(int ownClass, int read) {
            if (actual.isEmpty() && predicted.isEmpty()) {
                return ownClass != read;
            }
            return actual.orElse(ownClass) == ownClass && predicted.orElse(read) == read;
        }
    }

    /**
     * The wanted examples of a run's newest step; nothing is dropped.
     *
     * @throws RefusedException if the examples are not of one class for each output, if none is held out, or if there is no such class
     */
    public static Readings of(Run run, boolean held, Wanted wanted, Runnable checkpoint) {
        Dataset data = run.data();
        check(data, held, wanted);
        double[] inputs = held ? data.testInputs() : data.inputs();
        double[] targets = held ? data.testTargets() : data.targets();
        int count = held ? data.testSize() : data.size();
        List<Reading> shown = new ArrayList<>();
        int found = 0;
        for (int from = 0; from < count; from += CHUNK) {
            checkpoint.run();
            Batch batch = forward(run, inputs, targets, from, Math.min(CHUNK, count - from));
            for (int e = 0; e < batch.count(); e++) {
                Reading reading = reading(run, batch, from + e, e, inputs, targets);
                if (wanted.takes(reading.actual(), reading.predicted())) {
                    found++;
                    if (shown.size() < MOST) {
                        shown.add(reading);
                    }
                }
            }
        }
        return new Readings(run.step(), held, data.classNames(), found, shown);
    }

    private static void check(Dataset data, boolean held, Wanted wanted) {
        if (!(data.task() instanceof Dataset.Task.OneHot) || data.classNames().isEmpty()) {
            throw refused("/data", "This needs a network with one output for each class.");
        }
        if (held && data.testSize() == 0) {
            throw refused("/set", "This run holds no examples out. Choose the training set.");
        }
        int last = data.classNames().size() - 1;
        if (wanted.actual().orElse(0) > last) {
            throw refused("/actual", "The classes have the numbers 0 to " + last + ".");
        }
        if (wanted.predicted().orElse(0) > last) {
            throw refused("/predicted", "The classes have the numbers 0 to " + last + ".");
        }
    }

    private static Batch forward(Run run, double[] inputs, double[] targets, int from, int count) {
        Batch batch = new Batch(run.network().shape(), count, false);
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> from + i);
        batch.load(inputs, targets, indices, 0);
        run.passes().forward(run.network().parameters(), batch);
        return batch;
    }

    private static Reading reading(Run run, Batch batch, int example, int e, double[] inputs, double[] targets) {
        int width = run.data().inputWidth();
        int outputs = run.data().targetWidth();
        double[] answers = new double[outputs];
        int depth = run.network().depth();
        Arrays.setAll(answers, j -> batch.activations(depth).get(j, e));
        double[] target = Arrays.copyOfRange(targets, example * outputs, (example + 1) * outputs);
        double[] input = Arrays.copyOfRange(inputs, example * width, (example + 1) * width);
        return new Reading(example, largest(target), largest(answers), input, answers);
    }

    /** The index of the largest number, the first of equals. */
    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }
}
