package downhill.train.history;

import downhill.descent.rule.OptimizerMemory;
import downhill.train.spec.LoggedTweak;
import downhill.train.step.Keyframe;
import downhill.train.step.Plan;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The state of a run at a step, as bytes that another process goes on from, bit for bit: the parameters, what the update rule
 * remembers, and the costs so far. Its specification and tweaks are kept apart. A hash (SHA-256) at the end shows whether every byte
 * is as it was written.
 */
public final class Checkpoint {
    private static final int FORMAT = 1;
    private static final int HASH_BYTES = 32;

    private final int step;
    private final double[] parameters;
    private final double[][] moments;
    private final CostLog costs;

    private Checkpoint(int step, double[] parameters, double[][] moments, CostLog costs) {
        this.step = step;
        this.parameters = parameters;
        this.moments = moments;
        this.costs = costs;
    }

    /** The bytes of a history's newest step. */
    static byte[] write(Keyframe keyframe, CostLog costs) {
        double[][] moments = keyframe.memory().moments();
        int parameters = keyframe.parameters().length;
        int numbers = parameters * (1 + moments.length);
        ByteBuffer to =
                ByteBuffer.allocate(4 * Integer.BYTES + Double.BYTES * numbers + costs.writtenBytes() + HASH_BYTES);
        to.putInt(FORMAT).putInt(keyframe.step()).putInt(parameters).putInt(moments.length);
        put(keyframe.parameters(), to);
        for (double[] moment : moments) {
            put(moment, to);
        }
        costs.write(to);
        byte[] bytes = to.array();
        to.put(hash(bytes));
        return bytes;
    }

    /** Reads what was written; nothing if a byte has changed or the format is another one. */
    public static Optional<Checkpoint> read(byte[] bytes) {
        int end = bytes.length - HASH_BYTES;
        if (end < 4 * Integer.BYTES
                || !MessageDigest.isEqual(hash(bytes), Arrays.copyOfRange(bytes, end, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer from = ByteBuffer.wrap(bytes, 0, end);
        if (from.getInt() != FORMAT) {
            return Optional.empty();
        }
        int step = from.getInt();
        int count = from.getInt();
        double[][] moments = new double[from.getInt()][];
        double[] parameters = take(count, from);
        Arrays.setAll(moments, i -> take(count, from));
        return Optional.of(new Checkpoint(step, parameters, moments, CostLog.read(from)));
    }

    /** The step's number. */
    public int step() {
        return step;
    }

    CostLog costs() {
        return costs;
    }

    /**
     * The keyframe of this state.
     *
     * @param tweaks of the run, at least all those before this step
     */
    Keyframe keyframe(Plan plan, List<LoggedTweak> tweaks) {
        OptimizerMemory memory = OptimizerMemory.empty(plan.spec().optimizer().rule(), parameters.length);
        for (int i = 0; i < moments.length; i++) {
            System.arraycopy(moments[i], 0, memory.moments()[i], 0, parameters.length);
        }
        return Keyframe.at(plan, step, parameters, memory, tweaks);
    }

    private static void put(double[] numbers, ByteBuffer to) {
        to.asDoubleBuffer().put(numbers);
        to.position(to.position() + Double.BYTES * numbers.length);
    }

    private static double[] take(int count, ByteBuffer from) {
        double[] numbers = new double[count];
        from.asDoubleBuffer().get(numbers);
        from.position(from.position() + Double.BYTES * count);
        return numbers;
    }

    private static byte[] hash(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, bytes.length - HASH_BYTES);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
