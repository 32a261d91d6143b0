package downhill.live;

import downhill.data.Dataset;
import downhill.json.RunJson.Movement;
import downhill.live.archive.Hold;
import downhill.live.archive.Journal;
import downhill.live.memory.RunMemory;
import downhill.live.watch.Audience;
import downhill.live.watch.FrameMaker;
import downhill.live.watch.FrameText;
import downhill.live.watch.Listener;
import downhill.live.watch.RunEvent;
import downhill.live.watch.RunState;
import downhill.live.watch.View;
import downhill.live.watch.Viewer;
import downhill.live.watch.WatchRequest;
import downhill.live.watch.Watched;
import downhill.live.work.Pace;
import downhill.live.work.Rhythm;
import downhill.live.work.Trainable;
import downhill.live.work.Trainer;
import downhill.train.history.History;
import downhill.train.history.StopConditions;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run that people drive and watch. All its state is guarded by one fair lock, which a trainer's thread holds for a slice of
 * work at most, so that a request for a frame is answered between two slices.
 */
public final class LiveRun {
    private final String id;
    private final Origin origin;
    private final History history;
    private final DrivingRules rules;
    private final RunMemory memory;
    final Keeping keeping;
    private final Trainer trainer;
    private final FrameMaker frames;
    private final Audience audience;
    final Watched seen;
    final Rhythm rhythm;
    private final Motion motion;
    private final Guard guard = new Guard();
    /** True once the run has ended, for good or until somebody asks for it again. */
    volatile boolean ended;

    private Consumer<Listener> farewell = Listener::cut;
    private long touched;

    LiveRun(String id, Origin origin, History history, Host host, RunMemory memory, Journal journal) {
        this.id = id;
        this.origin = origin;
        this.history = history;
        this.memory = memory;
        this.rules = new DrivingRules(origin, history, host.limits(), memory);
        this.trainer = host.trainer();
        this.frames = host.frames();
        this.audience = new Audience(frames, view -> memory.stream(view.full()));
        this.seen = new SeenRun(
                history, audience, frames, memory, trainer::now, journal.hold().term()::holds, this::leave);
        this.rhythm = new Rhythm(trainer, new Work());
        this.motion = new Motion(history, rules, memory, audience, frames, rhythm, guard.changed::signalAll);
        this.keeping = new Keeping(guard, history, journal, motion::pace, motion::until, this::sleep);
        this.touched = trainer.now();
    }

    /** The unguessable name that drives the run: no page, link or log shows it. */
    public String id() {
        return id;
    }

    /** This server's hold on the run. */
    Hold hold() {
        return keeping.hold();
    }

    /** Returns whether it has not ended, and no other server may have it. */
    boolean isOwn() {
        return !ended && hold().term().holds();
    }

    public Origin origin() {
        return origin;
    }

    public RunMemory memory() {
        return memory;
    }

    /** The data that the run trains on. */
    public Dataset data() {
        return history.newest().data();
    }

    /** Reads the history while nothing changes it. */
    public <T> T read(Function<History, T> reader) {
        return guard.ask(() -> {
            touched = trainer.now();
            return reader.apply(history);
        });
    }

    /** The run's state: paused, running, or diverged. */
    public RunState state() {
        return guard.ask(motion::state);
    }

    /** The run's motion as the interface tells it. */
    public Movement movement() {
        return guard.ask(motion::movement);
    }

    /** Plays at a rate in steps a second, 0 for as fast as possible, until a condition holds. */
    public RunState play(double stepsPerSecond, StopConditions until) {
        return play(new Pace.Playing(stepsPerSecond), until);
    }

    /** Plays slowly while much changes, faster later, and stops when nothing changes any more or a condition holds: see {@link Pace.Even}. */
    public RunState playEvenly(StopConditions until) {
        return play(new Pace.Even(), until);
    }

    /** Plays on, also after a crash: the archive knows it when this is answered. */
    private RunState play(Pace pace, StopConditions until) {
        RunState state = guard.ask(() -> {
            touch();
            rules.requireSteps(1);
            motion.begin(pace, until);
            return motion.state();
        });
        keeping.reach();
        return state;
    }

    /** Stops the run after the update that it is making now. */
    public RunState pause() {
        RunState state = guard.ask(() -> {
            touch();
            rules.requireOwn();
            motion.pause();
            return motion.state();
        });
        keeping.reach();
        return state;
    }

    /** Pauses, applies a number of updates (fewer if it diverges or is paused before), and answers the newest frame. */
    public FrameText step(int count, View view) throws InterruptedException {
        FrameText frame = guard.askInterruptibly(() -> stepped(count, view));
        keeping.reach();
        return frame;
    }

    private FrameText stepped(int count, View view) throws InterruptedException {
        touch();
        rules.requireSteps(count);
        guard.await(() -> motion.pace() instanceof Pace.Stepping && !ended);
        touch();
        rules.requireSteps(count);
        BooleanSupplier isOnWay = motion.step(count);
        guard.await(() -> isOnWay.getAsBoolean() && !ended);
        return audience.frame(history.newest(), view);
    }

    /** Changes the run from its newest step on; answers that step. The change is in the archive then. */
    public int tweak(Tweak tweak) {
        return keeping.tweak(() -> guard.ask(() -> tweakNow(tweak)));
    }

    private Keeping.Made tweakNow(Tweak tweak) {
        touch();
        rules.requireRoom(tweak);
        history.tweak(tweak);
        Run newest = history.newest();
        audience.tell(frames.tweaked(newest.step(), tweak));
        if (newest.divergence().isPresent()) {
            motion.pause();
        }
        audience.revise(newest);
        guard.changed.signalAll();
        return new Keeping.Made(history.tweaks().size() - 1, new LoggedTweak(newest.step(), tweak));
    }

    /** The frame of any step so far; nothing if the run is not there yet. A past step is computed while the run goes on. */
    public Optional<FrameText> frame(int step, View view) {
        try (var _ = memory.frame(view.full(), view.evaluate(), read(h -> step < h.step()))) {
            return read(h -> new FrameLookup(h, audience).find(step, view)).map(made -> made.get());
        }
    }

    public Viewer watch(WatchRequest request) {
        if (request.from().isPresent()) {
            memory.requireLook();
        }
        return guard.ask(() -> {
            touched = trainer.now();
            Viewer viewer = new Viewer(seen, guard.lock, guard.changed, request);
            audience.join(viewer, request.view());
            if (ended) {
                farewell.accept(viewer);
            }
            return viewer;
        });
    }

    public int viewers() {
        return guard.ask(audience::size);
    }

    /** Notes that someone asks for the run, if it is still there. */
    private void touch() {
        touched = trainer.now();
        if (!isOwn()) {
            throw new GoneException();
        }
    }

    /** Wakes viewers who are due a sign of life; pauses the run if it plays and nobody asked for it for this time in nanoseconds. */
    void tidy(long unwatched) {
        guard.change(() -> {
            if (audience.isSilent()) {
                guard.changed.signalAll();
            }
            if (audience.size() == 0 && motion.pace().isPlaying() && trainer.now() - touched > unwatched) {
                motion.pause();
            }
        });
    }

    /** Nanoseconds since anyone watched it or asked for it; no end of them if it has ended. */
    long idle() {
        return guard.ask(() -> ended ? Long.MAX_VALUE : audience.size() == 0 ? trainer.now() - touched : 0L);
    }

    /** Ends the run for good: its viewers get an event. */
    void end() {
        end(viewer -> viewer.tell(new RunEvent.Ended("{}")));
    }

    /** Ends the run until somebody asks for it again: streams break off, and their readers connect again. */
    void sleep() {
        end(Listener::cut);
    }

    private void end(Consumer<Listener> last) {
        guard.change(() -> {
            if (!ended) {
                ended = true;
                farewell = last;
                motion.end();
                audience.each(last);
                guard.changed.signalAll();
            }
            memory.close();
        });
    }

    private void leave(Listener listener, View view) {
        guard.change(() -> {
            audience.leave(listener, view);
            touched = trainer.now();
        });
    }

    /** The run as the trainer sees it. */
    private final class Work implements Trainable {
        @Override
        public void turn(long slice) {
            guard.change(() -> {
                if (!isOwn()) {
                    LiveRun.this.sleep();
                }
                motion.turn(slice);
                guard.changed.signalAll();
            });
        }

        @Override
        public String share() {
            return origin.share(id);
        }

        @Override
        public boolean isHeavy() {
            return rhythm.isHeavy();
        }

        @Override
        public void end() {
            LiveRun.this.end();
        }
    }
}
