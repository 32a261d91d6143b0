package downhill.live.watch;

/** The next thing for a viewer. */
public sealed interface Delivery {
    /** A step. */
    record Step(FrameText frame) implements Delivery {}

    /** An event of the run; its end is the last. */
    record Event(RunEvent event) implements Delivery {}

    /** Nothing happened for so long that a sign of life is due. */
    record Heartbeat() implements Delivery {}

    /** The end of a viewer who was too slow for the events. */
    record Lost() implements Delivery {}
}
