package downhill.live;

import downhill.data.Dataset;
import downhill.train.History;
import downhill.train.Run;
import downhill.train.Tweak;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A run that people drive and watch. All its state is guarded by one fair lock, which a trainer's thread holds for a slice of
 * work at most, so that whoever wants a frame gets it between two slices.
 */
public final class LiveRun {
    /** What a run's description says of it. */
    public enum State {
        PAUSED,
        RUNNING,
        DIVERGED
    }

    private final String id;
    private final Origin origin;
    private final History history;
    private final Trainer trainer;
    private final FrameMaker frames;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Map<View, Feed> feeds = new HashMap<>();
    private final List<Viewer> viewers = new ArrayList<>();

    private Pace pace = new Pace.Paused();
    private long nextDue;
    private boolean scheduled;
    private boolean ended;
    private int version;
    private long touched;

    /**
     * Where a run comes from.
     *
     * @param visitor who made it
     * @param parent the run it branched off
     * @param shared whether it belongs to everyone and so cannot be changed by anyone
     */
    public record Origin(String visitor, Optional<String> parent, boolean shared) {}

    LiveRun(String id, Origin origin, History history, Trainer trainer, FrameMaker frames) {
        this.id = id;
        this.origin = origin;
        this.history = history;
        this.trainer = trainer;
        this.frames = frames;
        this.touched = trainer.now();
    }

    public String id() {
        return id;
    }

    public Origin origin() {
        return origin;
    }

    /** The data that the run trains on. */
    public Dataset data() {
        return history.newest().data();
    }

    /** Reads the history while nothing changes it. */
    public <T> T read(Function<History, T> reader) {
        lock.lock();
        try {
            touched = trainer.now();
            return reader.apply(history);
        } finally {
            lock.unlock();
        }
    }

    public State state() {
        lock.lock();
        try {
            return stateNow();
        } finally {
            lock.unlock();
        }
    }

    private State stateNow() {
        if (history.newest().divergence().isPresent()) {
            return State.DIVERGED;
        }
        return pace instanceof Pace.Paused ? State.PAUSED : State.RUNNING;
    }

    /** Lets the run go on at so many steps a second, 0 for as fast as it goes. */
    public void play(double stepsPerSecond) {
        lock.lock();
        try {
            requireChangeable();
            requireFinite();
            setPace(new Pace.Playing(stepsPerSecond));
            nextDue = trainer.now();
            schedule(nextDue);
        } finally {
            lock.unlock();
        }
    }

    /** Stops the run after the update that it is making now. */
    public void pause() {
        lock.lock();
        try {
            requireChangeable();
            setPace(new Pace.Paused());
        } finally {
            lock.unlock();
        }
    }

    /** Pauses, applies so many updates (fewer if it diverges or is paused meanwhile), and answers the newest frame. */
    public FrameText step(int count, View view) throws InterruptedException {
        lock.lock();
        try {
            requireChangeable();
            requireFinite();
            while (pace instanceof Pace.Stepping && !ended) {
                changed.await();
            }
            requireChangeable();
            requireFinite();
            Pace stepping = new Pace.Stepping(Math.addExact(history.newest().step(), count));
            setPace(stepping);
            schedule(trainer.now());
            while (pace.equals(stepping) && !ended) {
                changed.await();
            }
            return newest(view);
        } finally {
            lock.unlock();
        }
    }

    /** Changes the run from its newest step on; answers that step. */
    public int tweak(Tweak tweak) {
        lock.lock();
        try {
            requireChangeable();
            requireFinite();
            history.tweak(tweak);
            int step = history.newest().step();
            version++;
            tell(new RunEvent.Tweaked(frames.tweaked(step, tweak)));
            tellIfDiverged();
            feeds.keySet().forEach(this::newest);
            changed.signalAll();
            return step;
        } finally {
            lock.unlock();
        }
    }

    /** The frame of any step so far; nothing if the run is not there yet. */
    public Optional<FrameText> frame(int step, View view) {
        lock.lock();
        try {
            touched = trainer.now();
            int newest = history.newest().step();
            if (step < 0 || step > newest) {
                return Optional.empty();
            }
            return Optional.of(step == newest ? newest(view) : make(history.at(step), view));
        } finally {
            lock.unlock();
        }
    }

    /** Starts watching. */
    public Viewer watch(Viewer.Wish wish) {
        lock.lock();
        try {
            touched = trainer.now();
            Viewer viewer = new Viewer(this, lock, changed, wish);
            feeds.computeIfAbsent(wish.view(), v -> new Feed()).join();
            viewers.add(viewer);
            return viewer;
        } finally {
            lock.unlock();
        }
    }

    void leave(Viewer viewer) {
        lock.lock();
        try {
            View view = viewer.wish().view();
            Feed feed = feeds.get(view);
            if (viewers.remove(viewer) && feed != null && feed.leave()) {
                feeds.remove(view);
            }
            touched = trainer.now();
        } finally {
            lock.unlock();
        }
    }

    /** How many watch. */
    public int viewers() {
        lock.lock();
        try {
            return viewers.size();
        } finally {
            lock.unlock();
        }
    }

    /** A trainer's slice of work: steps until the next is not due yet or the slice is over. */
    void turn(long slice) {
        lock.lock();
        try {
            scheduled = false;
            long start = trainer.now();
            long now = start;
            while (mayStep() && nextDue <= now && now - start < slice) {
                advance();
                nextDue = switch (pace) {
                    case Pace.Playing p when p.period() > 0 -> Math.max(nextDue + p.period(), now - p.period());
                    default -> now;
                };
                now = trainer.now();
            }
            if (mayStep()) {
                schedule(Math.max(nextDue, now));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean mayStep() {
        return !ended && !(pace instanceof Pace.Paused);
    }

    private void advance() {
        history.advance();
        Run run = history.newest();
        if (run.divergence().isPresent()) {
            pace = new Pace.Paused();
            tellState();
        } else if (pace instanceof Pace.Stepping s && run.step() >= s.target()) {
            setPace(new Pace.Paused());
        } else if (pace instanceof Pace.Playing p && p.period() > 0) {
            feeds.keySet().forEach(this::newest);
        }
    }

    private void schedule(long due) {
        if (!scheduled) {
            scheduled = true;
            trainer.schedule(this, due);
        }
    }

    private void setPace(Pace next) {
        State before = stateNow();
        pace = next;
        if (stateNow() != before || next instanceof Pace.Playing) {
            tellState();
        }
        changed.signalAll();
    }

    private void tellIfDiverged() {
        if (stateNow() == State.DIVERGED) {
            pace = new Pace.Paused();
            tellState();
        }
    }

    private void tellState() {
        double rate = pace instanceof Pace.Playing p ? p.stepsPerSecond() : 0;
        tell(new RunEvent.StateChanged(frames.state(stateNow(), rate, history.newest())));
    }

    private void tell(RunEvent event) {
        viewers.forEach(viewer -> viewer.tell(event));
    }

    private void requireChangeable() {
        touched = trainer.now();
        if (ended) {
            throw new GoneException();
        }
        if (origin.shared()) {
            throw new ConflictException("This run is shared by everyone who looks at it: branch it, or create a run of"
                    + " your own, to change something.");
        }
    }

    private void requireFinite() {
        history.newest().divergence().ifPresent(d -> {
            throw new ConflictException("This run has diverged: after step " + d.step() + " the " + d.quantity()
                    + " of layer " + d.layer() + " are no longer finite. Branch from an earlier step to go on.");
        });
    }

    /** The newest step's frame, encoded once a view while anyone watches in it. */
    FrameText newest(View view) {
        Run run = history.newest();
        Feed feed = feeds.get(view);
        if (feed == null) {
            return make(run, view);
        }
        return feed.at(run.step(), version).orElseGet(() -> {
            FrameText made = make(run, view);
            feed.add(made);
            return made;
        });
    }

    FrameText make(Run run, View view) {
        return new FrameText(run.step(), version, frames.frame(run, view));
    }

    Feed feed(View view) {
        return feeds.computeIfAbsent(view, v -> new Feed());
    }

    History history() {
        return history;
    }

    boolean isPaced() {
        return pace instanceof Pace.Playing p && p.period() > 0;
    }

    long now() {
        return trainer.now();
    }

    /** Pauses the run if it plays and nobody has watched it or asked for it so long. */
    void pauseIfUnwatched(long nanoseconds) {
        lock.lock();
        try {
            if (viewers.isEmpty() && pace instanceof Pace.Playing && trainer.now() - touched > nanoseconds) {
                setPace(new Pace.Paused());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds since anyone watched it or asked for it. */
    long idle() {
        lock.lock();
        try {
            return viewers.isEmpty() ? trainer.now() - touched : 0;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the run: whoever watches is told. */
    void end() {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                pace = new Pace.Paused();
                tell(new RunEvent.Ended("{}"));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
