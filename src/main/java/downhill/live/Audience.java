package downhill.live;

import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Those who watch one run, and the frames that they share. Guarded by the run's lock. */
final class Audience {
    private final FrameMaker frames;
    private final Map<View, Feed> feeds = new HashMap<>();
    private final List<Viewer> viewers = new ArrayList<>();

    /** Counts the tweaks: the newest step's frame is another one after each. */
    private int version;

    Audience(FrameMaker frames) {
        this.frames = frames;
    }

    int version() {
        return version;
    }

    int size() {
        return viewers.size();
    }

    void join(Viewer viewer, View view) {
        feeds.computeIfAbsent(view, v -> new Feed()).join(viewer);
        viewers.add(viewer);
    }

    void leave(Viewer viewer, View view) {
        Feed feed = feeds.get(view);
        if (viewers.remove(viewer) && feed != null && feed.leave(viewer)) {
            feeds.remove(view);
        }
    }

    /** Whether anyone waits for a sign of life. */
    boolean isSilent() {
        return viewers.stream().anyMatch(Viewer::isSilent);
    }

    void tell(RunEvent event) {
        viewers.forEach(viewer -> viewer.tell(event));
    }

    /** Makes the newest step's frame for everyone, in each of the views they have. */
    void show(Run newest) {
        feeds.keySet().forEach(view -> frame(newest, view));
    }

    /** From now on the newest step's frame is another one. */
    void revise(Run newest) {
        version++;
        show(newest);
    }

    /** The newest step's frame, encoded once while anyone watches in this view. */
    FrameText frame(Run newest, View view) {
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
    FrameText make(Run run, View view) {
        return make(run, view, version);
    }

    /** The same, for a version that was asked for under the lock; may be called without it. */
    FrameText make(Run run, View view, int asked) {
        return new FrameText(run.step(), asked, frames.frame(run, view));
    }

    /** The first frame after the one seen last that is wanted and still here. */
    Optional<FrameText> inOrder(View view, int step, int seenVersion, IntPredicate wanted) {
        return Optional.ofNullable(feeds.get(view)).flatMap(feed -> feed.next(step, seenVersion, wanted));
    }

    /** The newest frame that is wanted and still here. */
    Optional<FrameText> latest(View view, int step, int seenVersion, IntPredicate wanted) {
        return Optional.ofNullable(feeds.get(view)).flatMap(feed -> feed.newest(step, seenVersion, wanted));
    }
}
