package downhill.course.grading;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A picture that is made when its first number is asked for, because some runs are large. One thread uses it. */
final class LazyPicture implements Picture {
    private final Supplier<Picture> maker;
    private Optional<Picture> made = Optional.empty();

    LazyPicture(Supplier<Picture> maker) {
        this.maker = maker;
    }

    @Override
    public OptionalDouble value(String path) {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get().value(path);
    }
}
