package downhill.train.step;

import downhill.net.Batch;
import downhill.net.Shape;
import java.util.ArrayList;
import java.util.List;

/** Room for batches of the few sizes that a run meets: its slices', and the last one's of an epoch. */
public final class Batches {
    private static final int MOST = 3;

    private final Shape shape;
    private final boolean masked;
    private final List<Batch> made = new ArrayList<>();

    Batches(Shape shape, boolean masked) {
        this.shape = shape;
        this.masked = masked;
    }

    Batch of(int count) {
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i).count() == count) {
                return made.get(i);
            }
        }
        if (made.size() == MOST) {
            made.clear();
        }
        Batch batch = new Batch(shape, count, masked);
        made.add(batch);
        return batch;
    }
}
