package downhill.live.watch;

/** One of a run's audience, as the audience knows it. Each method is called under the run's lock. */
public interface Listener {
    /** Queues an event. */
    void tell(RunEvent event);

    /** Returns whether the listener has sent this frame or a later one. */
    boolean hasSeen(FrameText frame);

    /** Returns whether the listener takes every step's frame, however fast the steps come. */
    boolean takesEach();

    /** Returns whether a sign of life is due. */
    boolean isSilent();

    /** Breaks the stream off; its reader connects again. */
    void cut();
}
