package downhill.train.step;

import downhill.math.Rng;

/** The order of the training examples in the epoch looked at last. */
public final class EpochOrder {
    private final long seed;
    private int[] order;
    private final Rng rng;
    private int epoch = -1;

    EpochOrder(long seed, int examples) {
        this.seed = seed;
        this.order = new int[examples];
        this.rng = Rng.of(seed, Rng.Stream.SHUFFLE);
    }

    /** The examples in the order of an epoch; shared, valid until the next call. */
    int[] of(BatchSchedule schedule, int step) {
        int wanted = schedule.isShuffled() ? schedule.epoch(step) : Integer.MAX_VALUE;
        if (wanted != epoch || order.length != schedule.examples()) {
            order = order.length == schedule.examples() ? order : new int[schedule.examples()];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            if (schedule.isShuffled()) {
                rng.restart(seed, Rng.Stream.SHUFFLE, wanted);
                rng.shuffle(order);
            }
            epoch = wanted;
        }
        return order;
    }
}
