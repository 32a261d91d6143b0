package downhill.live.lease;

import java.time.Duration;

/** Another server has the run that was asked for, and answers for it. */
public final class ElsewhereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final Duration left;

    /**
     * Names that server.
     *
     * @param address where it answers others
     * @param left the time for which the run stays its own without another sign of life
     */
    public ElsewhereException(String address, Duration left) {
        super("Another server has this run. Try again in a few seconds.");
        this.address = address;
        this.left = left;
    }

    public String address() {
        return address;
    }

    public Duration left() {
        return left;
    }
}
