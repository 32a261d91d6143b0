package downhill.live.archive;

/**
 * A checkpoint of a run.
 *
 * @param tweaks the number of tweaks that are in it
 * @param state the bytes of {@link downhill.train.history.Checkpoint}
 */
@SuppressWarnings("ArrayRecordComponent")
public record SavedCheckpoint(int tweaks, byte[] state) {}
