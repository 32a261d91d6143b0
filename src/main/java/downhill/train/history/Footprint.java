package downhill.train.history;

import downhill.math.Kernels;
import downhill.train.spec.RunSpec;
import downhill.train.step.Slope;
import downhill.train.step.Stepper;

/**
 * The memory that a run of a specification takes, in bytes, worked out from numbers alone: nothing is built for it. It is an
 * upper bound for a run of any size that matters.
 *
 * @param parameters weights and biases
 * @param moments numbers that the update rule remembers of each parameter
 * @param given numbers that the specification itself holds: weights given in full, and examples
 * @param data numbers of the examples
 * @param batches numbers of the batches that a step works with
 * @param evaluation numbers of a batch in which a whole set is evaluated
 */
public record Footprint(long parameters, int moments, long given, long data, long batches, long evaluation) {
    /** Objects of all kinds, which matter for small runs only. */
    private static final long OBJECTS = 24 << 10;

    /** The memory of a number in the specification, as an object in a short list. */
    private static final long BYTES_GIVEN = 32;

    /** A number in a frame: its digits, the sign, the point, the exponent, the comma. */
    private static final long BYTES_WRITTEN = 24;

    /** The count of numbers that a frame has for each parameter: weight, gradient and update. */
    private static final int WRITTEN_EACH = 3;

    /** The most points of a path, and the most numbers. */
    private static final int MOST_WAYPOINTS = 120;

    private static final long SURVEYED = 8_000_000;

    /** The most examples that an evaluation takes at once. */
    private static final int EVALUATED = 256;

    /**
     * The examples of a set that may not be built yet.
     *
     * @param count all of them, to train on and held out
     * @param inputs numbers of each
     * @param outputs numbers of each
     */
    public record Examples(long count, long inputs, long outputs) {
        long numbers() {
            return count * (inputs + outputs);
        }
    }

    /** The footprint of a specification whose layers are known to be two at least. */
    public static Footprint of(RunSpec spec, Examples examples, boolean givesExamples) {
        long parameters = 0;
        for (int l = 0; l + 1 < spec.network().layers().size(); l++) {
            parameters += (spec.network().layers().get(l) + 1L)
                    * spec.network().layers().get(l + 1);
        }
        long given = (spec.network().given().isPresent() ? parameters : 0) + (givesExamples ? examples.numbers() : 0);
        return new Footprint(
                parameters,
                spec.optimizer().rule().moments().size(),
                given,
                examples.numbers(),
                batches(spec, examples.count(), spec.batch().size()),
                numbers(spec, Math.min(EVALUATED, examples.count())));
    }

    /** This footprint after a tweak that changed the size of the batch: what there was before is not given back. */
    public Footprint withBatch(RunSpec spec, long examples, int size) {
        return new Footprint(
                parameters, moments, given, data, Math.max(batches, batches(spec, examples, size)), evaluation);
    }

    private static long batches(RunSpec spec, long examples, int size) {
        long batch = size == 0 ? examples : Math.min(size, examples);
        long whole = Math.min(batch, Slope.CHUNK);
        boolean isOne = batch <= Slope.CHUNK && (batch == 0 || examples % batch == 0);
        return numbers(spec, whole) * (isOne ? 1 : 2);
    }

    /** The numbers of {@link downhill.net.Batch}. */
    private static long numbers(RunSpec spec, long examples) {
        long neurons =
                spec.network().layers().stream().mapToLong(Integer::longValue).sum();
        long forEach = neurons * (spec.dropout().isEmpty() ? 4 : 6);
        long ends = (long) spec.network().layers().getFirst()
                + spec.network().layers().getLast();
        return Kernels.width((int) examples) * (forEach + ends + 3);
    }

    /** Returns the bytes of a run at its first steps. */
    public long resident() {
        return OBJECTS
                + BYTES_GIVEN * given
                + Double.BYTES * (data + batches + parameters * Stepper.arrays(moments))
                + Keyframes.LEAST * keyframe();
    }

    /** Returns the part of them that {@link History#bytes} counts. */
    public long counted() {
        return Double.BYTES * parameters * Stepper.arrays(moments) + Keyframes.LEAST * keyframe();
    }

    /** Returns the bytes needed while a step is shown: a second run at that step, and an evaluation of a whole set. */
    public long look() {
        return OBJECTS + Double.BYTES * (batches + evaluation + parameters * Stepper.arrays(moments));
    }

    /** Returns the bytes needed while its start is shown, for which its data are built. */
    public long preview() {
        return look() + BYTES_GIVEN * given + Double.BYTES * (data + parameters * (2 + moments));
    }

    /** Returns the bytes needed while a whole set is evaluated. */
    public long evaluated() {
        return Double.BYTES * evaluation;
    }

    /** Returns the bytes needed while the path of a run and the costs around it are found. */
    public long survey() {
        return 2 * look() + Double.BYTES * Math.min(SURVEYED, MOST_WAYPOINTS * parameters);
    }

    /** Returns the bytes needed while every number of a step is written. */
    public long written() {
        return 2 * WRITTEN_EACH * BYTES_WRITTEN * parameters;
    }

    private long keyframe() {
        return Keyframes.bytes(parameters, moments);
    }
}
