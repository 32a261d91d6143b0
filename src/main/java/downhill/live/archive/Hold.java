package downhill.live.archive;

/**
 * A run's lease, and the term for which this server may count on it.
 */
public record Hold(Lease lease, Term term) {
    /** The hold of a run that no archive knows. */
    public static Hold of(String run) {
        return new Hold(new Lease(run, 0), Term.endless());
    }
}
