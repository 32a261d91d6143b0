package downhill.live.work;

/** More than the server allows at once; the message says what to do. */
public class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
