package downhill.live.work;

/**
 * The speed of a run: its steps of each last full second, and in the first second after its start those so far, once a tenth of it is over. So a few
 * single steps are no speed. It keeps the last speed when the run stops. One thread at a time writes; any thread reads.
 */
final class Speedometer {
    private static final long WINDOW = 1_000_000_000;
    private static final long LEAST = WINDOW / 10;

    private long since;
    private int steps;
    private boolean isFirst = true;
    private volatile double perSecond;

    /** The run starts at this time, in nanoseconds. */
    void begin(long now) {
        since = now;
        steps = 0;
        isFirst = true;
    }

    /** A step was made by this time. */
    void step(long now) {
        steps++;
        long passed = now - since;
        if (passed >= (isFirst ? LEAST : WINDOW)) {
            perSecond = steps * 1e9 / passed;
        }
        if (passed >= WINDOW) {
            since = now;
            steps = 0;
            isFirst = false;
        }
    }

    double perSecond() {
        return perSecond;
    }
}
