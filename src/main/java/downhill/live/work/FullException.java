package downhill.live.work;

/** Something for which the server has no room at the moment, whoever asks. The message is for that one. */
public final class FullException extends BusyException {
    private static final long serialVersionUID = 1L;

    public FullException(String message) {
        super(message);
    }
}
