package downhill.live;

/** Something that is not possible in the state that a run is in. The message says why, and what is possible. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
