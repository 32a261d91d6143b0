package downhill.live.watch;

/** A run's state, as its description names it. */
public enum RunState {
    PAUSED,
    RUNNING,
    DIVERGED
}
