package downhill.live.watch;

import downhill.live.memory.Charge;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Those who watch one run, and the frames that they share. Guarded by the run's lock. */
public final class Audience {
    private final FrameMaker frames;
    private final Function<View, Charge> room;
    private final Map<View, Feed> feeds = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    /** Counts the tweaks: the newest step's frame is another one after each. */
    private int version;

    /**
     * Nobody yet.
     *
     * @param room takes the memory for one frame in a view
     */
    public Audience(FrameMaker frames, Function<View, Charge> room) {
        this.frames = frames;
        this.room = room;
    }

    public int version() {
        return version;
    }

    public int size() {
        return listeners.size();
    }

    public void join(Listener listener, View view) {
        feeds.computeIfAbsent(view, v -> new Feed(room.apply(v))).join(listener);
        listeners.add(listener);
    }

    public void leave(Listener listener, View view) {
        Feed feed = feeds.get(view);
        if (listeners.remove(listener) && feed != null && feed.leave(listener)) {
            feeds.remove(view);
        }
    }

    /** Tests whether a listener waits for a sign of life. */
    public boolean isSilent() {
        return listeners.stream().anyMatch(Listener::isSilent);
    }

    public void tell(RunEvent event) {
        listeners.forEach(listener -> listener.tell(event));
    }

    /** Does something with each listener. */
    public void each(Consumer<Listener> action) {
        listeners.forEach(action);
    }

    /**
     * Makes the newest step's frame, in each view in which somebody takes every step's. The others take the newest when it is time for them: at a
     * thousand steps a second most frames would be made for nobody.
     */
    public void show(Run newest) {
        feeds.forEach((view, feed) -> {
            if (feed.isReadInFull()) {
                frame(newest, view);
            }
        });
    }

    /** Replaces the frame of the newest step. */
    public void revise(Run newest) {
        version++;
        show(newest);
    }

    /** The newest step's frame, encoded once while anyone watches in this view. */
    public FrameText frame(Run newest, View view) {
        Feed feed = feeds.get(view);
        if (feed == null) {
            return make(newest, view);
        }
        return feed.at(newest.step(), version).orElseGet(() -> {
            FrameText made = make(newest, view);
            feed.add(made);
            return made;
        });
    }

    /** A frame that nobody else sees: of an earlier step. */
    public FrameText make(Run run, View view) {
        return make(run, view, version);
    }

    /** The same, for a version read under the lock; may be called without it. */
    public FrameText make(Run run, View view, int asked) {
        return new FrameText(run.step(), asked, frames.frame(run, view));
    }

    /** The first wanted frame after the one seen last that is still here. */
    public Optional<FrameText> inOrder(View view, int step, int seenVersion, IntPredicate wanted) {
        return Optional.ofNullable(feeds.get(view)).flatMap(feed -> feed.next(step, seenVersion, wanted));
    }

    /** The newest wanted frame that is still here. */
    Optional<FrameText> latest(View view, int step, int seenVersion, IntPredicate wanted) {
        return Optional.ofNullable(feeds.get(view)).flatMap(feed -> feed.newest(step, seenVersion, wanted));
    }
}
