package downhill.autodiff;

import java.util.List;
import java.util.stream.Collectors;

/** An expression that cannot be read or computed, with every reason found. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    ExpressionException(List<Fault> faults) {
        super(faults.stream().map(Fault::detail).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    ExpressionException(Fault fault) {
        this(List.of(fault));
    }

    /** The reasons, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
