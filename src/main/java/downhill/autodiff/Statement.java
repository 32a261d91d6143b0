package downhill.autodiff;

import java.util.Optional;

/** One assignment {@code name = expression}, or the last expression without a name. */
record Statement(Optional<Target> target, Expression expression) {
    /** The name that is assigned, and where. */
    record Target(String name, Span span) {}
}
