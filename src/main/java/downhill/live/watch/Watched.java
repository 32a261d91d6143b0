package downhill.live.watch;

import downhill.live.memory.Charge;
import downhill.train.history.History;
import downhill.train.spec.Tweak;

/** A run as its viewers see it. All but {@link #now} and {@link #look} is called under the run's lock. */
public interface Watched {
    /** The run's steps so far. */
    History history();

    /** The frames that the viewers share. */
    Audience audience();

    /** The event of a tweak, made at this step. */
    RunEvent tweaked(int step, Tweak tweak);

    /** Takes the memory for walking through the past. */
    Charge look();

    /** Tests whether another server may have the run, so that this one must show nothing more of it. */
    boolean isLost();

    /** Nanoseconds from an arbitrary start, never backward. */
    long now();

    /** Lets a viewer go; takes the lock itself. */
    void leave(Listener listener, View view);
}
