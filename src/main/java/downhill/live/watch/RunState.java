package downhill.live.watch;

/** A run's state, as its description tells it. */
public enum RunState {
    PAUSED,
    RUNNING,
    DIVERGED
}
