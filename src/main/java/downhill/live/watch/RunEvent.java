package downhill.live.watch;

/** An event of a run, beside its steps; sent to all who watch and never dropped. */
public sealed interface RunEvent {
    /** The event's name on the stream. */
    String name();

    /** The event's JSON. */
    String json();

    /** Something was changed, from this step on. */
    record Tweaked(String json) implements RunEvent {
        @Override
        public String name() {
            return "tweak";
        }
    }

    /** The run was paused, plays, or diverged. */
    record StateChanged(String json) implements RunEvent {
        @Override
        public String name() {
            return "state";
        }
    }

    /** The end of the run. */
    record Ended(String json) implements RunEvent {
        @Override
        public String name() {
            return "end";
        }
    }
}
