package downhill.live.launch;

import downhill.live.archive.SavedLaunch;

/** The gradebooks of learning platforms. */
@FunctionalInterface
public interface Gradebook {
    /** The outcomes of a sending. */
    enum Outcome {
        SENT,
        /** The platform can't be reached, or asks to come again. */
        LATER,
        /** The platform will never take it. */
        REFUSED
    }

    /** Sends a launch's score; returns in limited time. */
    Outcome send(SavedLaunch launch) throws InterruptedException;
}
