package downhill.live.watch;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A viewer of a run. The viewer's own thread pulls frames, which exist once for all, so a viewer who does not read costs nothing and slows nobody;
 * events wait in a bounded queue, and a viewer whose queue is full is cut off.
 */
public final class Viewer implements Listener, AutoCloseable {
    private static final int MOST_EVENTS = 256;

    /**
     * The signs of life that follow an event: the page that caused it may have been left with it, and only a second write to a closed connection shows
     * that the viewer is gone.
     */
    private static final int SIGNS = 3;

    /** The factor by which these signs come faster than usual ones. */
    private static final int FASTER = 60;

    private final Watched run;
    private final ReentrantLock lock;
    private final Condition changed;
    private final WatchRequest request;
    private final Replay replay;
    private final Queue<RunEvent> events = new ArrayDeque<>();
    private final long period;

    private boolean lost;
    private boolean live;
    private int step;
    private int version;
    private long dueAt;
    private volatile long spokeAt;
    /** The number of signs of life that still follow the newest event. */
    private volatile int signs;

    /**
     * Begins to watch; called under the run's lock.
     *
     * @param lock the run's
     * @param changed signalled when there may be something new
     */
    public Viewer(Watched run, ReentrantLock lock, Condition changed, WatchRequest request) {
        this.run = run;
        this.lock = lock;
        this.changed = changed;
        this.request = request;
        this.replay = new Replay(run, request);
        this.period = request.maxRate() == 0 ? 0 : (long) (1e9 / request.maxRate());
        this.live = request.from().isEmpty();
        this.step = request.from().orElse(-1);
        this.version = step >= run.history().step() ? run.audience().version() : -1;
        this.dueAt = run.now();
        this.spokeAt = dueAt;
    }

    WatchRequest request() {
        return request;
    }

    @Override
    public void tell(RunEvent event) {
        if (events.size() >= MOST_EVENTS) {
            lost = true;
        } else {
            events.add(event);
        }
    }

    @Override
    public void cut() {
        lost = true;
    }

    /** Waits for what comes next. */
    public Delivery next() throws InterruptedException {
        Optional<Delivery> delivery = Optional.empty();
        while (delivery.isEmpty()) {
            Optional<Replay.Leg> leg = Optional.empty();
            lock.lockInterruptibly();
            try {
                catchUp();
                boolean due = isDue();
                delivery = ready(due);
                if (delivery.isEmpty() && due && !live) {
                    leg = replay.after(step);
                    live = leg.isEmpty();
                } else if (delivery.isEmpty()) {
                    await(due);
                }
            } finally {
                lock.unlock();
            }
            if (leg.isPresent()) {
                delivery = Optional.of(walked(leg.get()));
            }
        }
        spokeAt = run.now();
        signs = switch (delivery.get()) {
            case Delivery.Event e -> SIGNS;
            case Delivery.Heartbeat h -> Math.max(0, signs - 1);
            default -> signs;
        };
        return delivery.get();
    }

    /**
     * Waits until something changes or a step is due that had to wait. A viewer who only waits for a change sets no alarm, since alarms
     * of virtual threads cost more than the step: the run's tidying wakes viewers who have to give a sign of life.
     */
    @SuppressWarnings("WaitNotInLoop") // next() asks again
    private void await(boolean due) throws InterruptedException {
        if (due && signs == 0) {
            changed.await();
        } else {
            long next = due ? spokeAt + patience() : signs == 0 ? dueAt : Math.min(dueAt, spokeAt + patience());
            changed.await(Math.max(1, next - run.now()), TimeUnit.NANOSECONDS);
        }
    }

    private boolean isDue() {
        return run.now() >= dueAt;
    }

    @Override
    public boolean hasSeen(FrameText frame) {
        return !frame.isAfter(step, version);
    }

    @Override
    public boolean takesEach() {
        return period == 0;
    }

    @Override
    public boolean isSilent() {
        return run.now() - spokeAt >= patience();
    }

    /** The silence after which a sign of life is due, in nanoseconds. */
    private long patience() {
        return request.heartbeat() / (signs > 0 ? FASTER : 1);
    }

    /** The delivery that can be made at once, called under the lock; the run must first be taken back to a past step. */
    private Optional<Delivery> ready(boolean due) {
        if (lost || run.isLost()) {
            return Optional.of(new Delivery.Lost());
        }
        Optional<RunEvent> event =
                (live ? Optional.<RunEvent>empty() : replay.event(step)).or(() -> Optional.ofNullable(events.poll()));
        if (event.isPresent()) {
            return Optional.of(new Delivery.Event(event.get()));
        }
        if (live && due) {
            Optional<FrameText> frame = liveFrame();
            if (frame.isPresent()) {
                return Optional.of(stepDelivery(frame.get()));
            }
        }
        return isSilent() ? Optional.of(new Delivery.Heartbeat()) : Optional.empty();
    }

    private Delivery walked(Replay.Leg leg) {
        Delivery delivery = stepDelivery(replay.walk(leg));
        lock.lock();
        try {
            catchUp();
        } finally {
            lock.unlock();
        }
        if (live) {
            replay.end();
        }
        return delivery;
    }

    /**
     * Marks a viewer who has seen everything so far as live, even before the next frame is due: later events are not the past. Called under the run's
     * lock.
     */
    private void catchUp() {
        live = live || replay.isOver(step);
    }

    private Delivery stepDelivery(FrameText frame) {
        step = frame.step();
        version = frame.version();
        dueAt = Math.max(dueAt + period, run.now() - period);
        return new Delivery.Step(frame);
    }

    private Optional<FrameText> liveFrame() {
        Audience audience = run.audience();
        if (period == 0) {
            Optional<FrameText> inOrder = audience.inOrder(request.view(), step, version, request::wants);
            if (inOrder.isPresent()) {
                return inOrder;
            }
        }
        FrameText newest = audience.frame(run.history().newest(), request.view());
        boolean wanted = step < 0 || request.wants(newest.step());
        return newest.isAfter(step, version) && wanted
                ? Optional.of(newest)
                : audience.latest(request.view(), step, version, request::wants);
    }

    /** Stops watching. */
    @Override
    public void close() {
        replay.end();
        run.leave(this, request.view());
    }
}
