package downhill.live.watch;

/**
 * A step as it is sent: encoded once, shared by all who see it.
 *
 * @param step which step
 * @param version counts how often this step's frame was made anew since it is the newest: a tweak changes its updates
 * @param json the frame's JSON in UTF-8, without line breaks
 */
@SuppressWarnings("ArrayRecordComponent")
public record FrameText(int step, int version, byte[] json) {
    boolean isAfter(int otherStep, int otherVersion) {
        return step > otherStep || (step == otherStep && version > otherVersion);
    }
}
