package downhill.live;

import downhill.live.memory.Charge;
import downhill.live.memory.RunMemory;
import downhill.live.watch.Audience;
import downhill.live.watch.FrameMaker;
import downhill.live.watch.Listener;
import downhill.live.watch.RunEvent;
import downhill.live.watch.View;
import downhill.live.watch.Watched;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A live run as its viewers see it. */
record SeenRun(
        History history,
        Audience audience,
        FrameMaker frames,
        RunMemory memory,
        LongSupplier clock,
        BooleanSupplier own,
        BiConsumer<Listener, View> leaving)
        implements Watched {
    @Override
    public RunEvent tweaked(int step, Tweak tweak) {
        return frames.tweaked(step, tweak);
    }

    @Override
    public Charge look() {
        return memory.look();
    }

    @Override
    public boolean isLost() {
        return !own.getAsBoolean();
    }

    @Override
    public long now() {
        return clock.getAsLong();
    }

    @Override
    public void leave(Listener listener, View view) {
        leaving.accept(listener, view);
    }
}
