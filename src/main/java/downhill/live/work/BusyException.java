package downhill.live.work;

/** A refusal of more than the server allows at once; the message names the cure. */
public class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
