package downhill.json.form;

import downhill.json.form.BadInputException.Kind;
import downhill.train.spec.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems found so far in one JSON text, so that the sender sees all of them at once. */
public final class Problems {
    /** More are not listed: a long array of wrong things needs no long answer. */
    private static final int MOST = 20;

    private final List<Problem> shape = new ArrayList<>();
    private final List<Problem> value = new ArrayList<>();

    public void shape(String pointer, String detail) {
        add(shape, pointer, detail);
    }

    public void value(String pointer, String detail) {
        add(value, pointer, detail);
    }

    private static void add(List<Problem> list, String pointer, String detail) {
        if (list.size() < MOST) {
            list.add(new Problem(pointer, detail));
        }
    }

    /** Throws if anything was found: problems of shape first, since values of a wrong shape mean nothing. */
    void raise() {
        if (!shape.isEmpty()) {
            throw new BadInputException(Kind.SHAPE, shape);
        }
        if (!value.isEmpty()) {
            throw new BadInputException(Kind.VALUE, value);
        }
    }

    public boolean any() {
        return !shape.isEmpty() || !value.isEmpty();
    }
}
