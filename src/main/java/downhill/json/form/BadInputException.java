package downhill.json.form;

import downhill.train.spec.Problem;
import java.util.List;

/** A JSON text that cannot be read: malformed, or with unknown, missing or wrongly typed fields, or with values that are not allowed. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The sort of mistake, which decides the status of the answer. */
    public enum Kind {
        /** An input that is not JSON, or has an unknown, missing or wrongly typed field. */
        SHAPE,
        /** The right shape, but a value that is not allowed. */
        VALUE
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    public BadInputException(Kind kind, List<Problem> problems) {
        super(problems.toString());
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public BadInputException(Kind kind, String pointer, String detail) {
        this(kind, List.of(new Problem(pointer, detail)));
    }

    /** The sort of mistake: in the shape, or only in a value. */
    public Kind kind() {
        return kind;
    }

    /** The mistakes, place by place; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
