package downhill.bench;

import java.util.Arrays;

/** Notes when each step of one stream of server-sent events arrived; it reads nothing of them but their ids. */
final class Watch {
    private static final byte[] ID = "\nid: ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private int matched;
    private int id;
    private int[] steps = new int[512];
    private long[] times = new long[512];
    private int count;

    /** Takes what arrived at this time, in nanoseconds; an event may come in pieces. */
    void read(byte[] bytes, int length, long now) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (matched < ID.length) {
                matched = b == ID[matched] ? matched + 1 : b == ID[0] ? 1 : 0;
                id = 0;
            } else if (b >= '0' && b <= '9') {
                id = 10 * id + b - '0';
            } else {
                note(id, now);
                matched = b == ID[0] ? 1 : 0;
            }
        }
    }

    private void note(int step, long now) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
        }
        steps[count] = step;
        times[count++] = now;
    }

    /**
     * The delay of each step in milliseconds, by the rhythm that a run promises: a period after the step before it was due, but after a longer delay
     * it catches up by one period at most. A server that cannot keep the rate is late at every step. The first steps, up to {@code uncounted}, do not count.
     */
    double[] lateness(double stepsPerSecond, int uncounted) {
        long period = Math.round(1e9 / stepsPerSecond);
        int from = first(uncounted);
        double[] late = new double[count - from];
        long due = from < count ? times[from] : 0;
        for (int i = from; i < count; i++) {
            if (i > from) {
                due = Math.max(due + (steps[i] - steps[i - 1]) * period, times[i - 1] - period);
            }
            late[i - from] = Math.max(0, times[i] - due) / 1e6;
            due = Math.min(due, times[i]);
        }
        return late;
    }

    /** The delay of each step behind the most punctual one, in milliseconds, however long ago that was. */
    double[] lag(double stepsPerSecond, int uncounted) {
        double period = 1e9 / stepsPerSecond;
        int from = first(uncounted);
        double[] lag = new double[count - from];
        double best = Double.POSITIVE_INFINITY;
        for (int i = from; i < count; i++) {
            lag[i - from] = times[i] - times[0] - steps[i] * period;
            best = Math.min(best, lag[i - from]);
        }
        for (int i = 0; i < lag.length; i++) {
            lag[i] = (lag[i] - best) / 1e6;
        }
        return lag;
    }

    /** The index of the first step that counts. */
    private int first(int uncounted) {
        int from = 0;
        while (from < count && steps[from] <= uncounted) {
            from++;
        }
        return from;
    }

    /** The number of steps that the run made while it was watched and that did not arrive. */
    int missed() {
        return count == 0 ? 0 : steps[count - 1] - steps[0] + 1 - count;
    }
}
