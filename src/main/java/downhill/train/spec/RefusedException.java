package downhill.train.spec;

import java.util.List;

/** A specification or tweak that cannot be carried out, with every reason. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RefusedException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** The reasons, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
