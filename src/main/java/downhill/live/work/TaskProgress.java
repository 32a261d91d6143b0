package downhill.live.work;

import downhill.math.Watch;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of the work for one request that is done. The work reports it, and a page that waits for the answer may ask for it. The thread that answers the
 * request, and the worker that computes for it, find it by themselves.
 */
public final class TaskProgress {
    private static final ScopedValue<TaskProgress> CURRENT = ScopedValue.newInstance();

    private final Watch whole;
    private OptionalDouble share = OptionalDouble.empty();
    private Optional<TaskProgress> followed = Optional.empty();

    /** Nothing was reported yet. */
    public TaskProgress() {
        this(() -> {});
    }

    private TaskProgress(Watch whole) {
        this.whole = whole;
    }

    /** The progress of the request that this thread works for, if somebody follows it. */
    static Optional<TaskProgress> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * A watch over the work for the request that this thread works for. It gives up if nobody waits for the result any more, and passes on each share. Other
     * threads may use it too.
     */
    public static Watch watch() {
        Optional<TaskProgress> reported = current();
        return new Watch() {
            @Override
            public void run() {
                Workers.checkpoint();
            }

            @Override
            public void done(double share) {
                reported.ifPresent(progress -> progress.raise(share));
            }
        };
    }

    /** Does a part of the work for this thread's request, which begins and ends at these shares of the whole. */
    public static <T, X extends Throwable> T between(double begin, double end, ScopedValue.CallableOp<T, X> work)
            throws X {
        return new TaskProgress(watch().between(begin, end)).during(work);
    }

    /** Lets the progress of this thread's request be the one of a request that works for both. */
    public static void follow(TaskProgress other) {
        current().ifPresent(progress -> progress.setFollowed(other));
    }

    private synchronized void setFollowed(TaskProgress other) {
        followed = Optional.of(other);
    }

    /** The share of the work that is done, from 0 to 1, which never falls; nothing before any was reported. */
    public OptionalDouble share() {
        Optional<TaskProgress> other;
        synchronized (this) {
            other = followed;
        }
        other.ifPresent(progress -> progress.share().ifPresent(this::raise));
        synchronized (this) {
            return share;
        }
    }

    private void raise(double reported) {
        double raised;
        synchronized (this) {
            raised = Math.clamp(reported, share.orElse(0), 1);
            share = OptionalDouble.of(raised);
        }
        whole.done(raised);
    }

    /** Does something for the request of this progress. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
