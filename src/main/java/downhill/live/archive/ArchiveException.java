package downhill.live.archive;

/** Nothing can be saved or found at present; says so to the person who asked. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what could not be done, and why. */
    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what could not be done. */
    public ArchiveException(String message) {
        super(message);
    }
}
