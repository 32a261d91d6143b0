package downhill.live.work;

/** A refusal for which the server has no room now, for any visitor. The message is for the one who asked. */
public final class FullException extends BusyException {
    private static final long serialVersionUID = 1L;

    public FullException(String message) {
        super(message);
    }
}
