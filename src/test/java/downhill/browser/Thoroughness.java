package downhill.browser;

import java.util.List;

/**
 * The choice between the short form of a test, which every run of {@code ./test} takes, and the long one, which {@code ./test long} takes: it
 * repeats what the short form does in more places.
 */
final class Thoroughness {
    private static final boolean LONG = Boolean.getBoolean("downhill.long");

    private Thoroughness() {}

    static boolean isLong() {
        return LONG;
    }

    /** All of these in the long form, those of the short one otherwise. */
    static <T> List<T> of(List<T> all, List<T> few) {
        return LONG ? all : few;
    }
}
