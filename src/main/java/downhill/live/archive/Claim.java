package downhill.live.archive;

import java.time.Duration;

/** The archive's answer to a server that asks for the lease of a run. */
public sealed interface Claim {
    /** The run is this server's from now on. */
    record Granted(Lease lease) implements Claim {}

    /**
     * Another server has the run.
     *
     * @param address where that server answers other servers
     * @param left the time for which the run stays its own without another sign of life
     */
    record Elsewhere(String address, Duration left) implements Claim {}

    /** The archive has no such run. */
    record Gone() implements Claim {}
}
