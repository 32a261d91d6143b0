package downhill.course.grading;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A picture that is made when its first number is asked for, because some runs are large. One thread uses it. */
final class LazyPicture implements Picture {
    private final Map<String, Double> known;
    private final Supplier<Picture> maker;
    private Optional<Picture> made = Optional.empty();

    /** A picture of which these numbers are known without it. */
    LazyPicture(Map<String, Double> known, Supplier<Picture> maker) {
        this.known = known;
        this.maker = maker;
    }

    @Override
    public OptionalDouble value(String path) {
        if (known.containsKey(path)) {
            return OptionalDouble.of(known.get(path));
        }
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get().value(path);
    }
}
