package downhill.data;

/** Data that cannot be had as asked: where in the specification, what was wrong, and what is allowed. */
public final class DataRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The pointer of a refusal that is about the network's output width, not about the data. */
    public static final String OUTPUTS = "/network/layers";

    private final String pointer;
    private final String detail;

    public DataRefusedException(String pointer, String detail) {
        super(pointer + ": " + detail);
        this.pointer = pointer;
        this.detail = detail;
    }

    /** A JSON pointer into the run's specification: below {@code /data}, or {@link #OUTPUTS}. */
    public String pointer() {
        return pointer;
    }

    /** The mistake and the allowed values, in one sentence. */
    public String detail() {
        return detail;
    }
}
