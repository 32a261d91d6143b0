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

    /** How late each step came, in milliseconds, against the most punctual one; the first so many are not counted. */
    double[] lateness(double stepsPerSecond, int uncounted) {
        double period = 1e9 / stepsPerSecond;
        int from = 0;
        while (from < count && steps[from] <= uncounted) {
            from++;
        }
        double[] late = new double[count - from];
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < late.length; i++) {
            late[i] = times[from + i] - times[0] - steps[from + i] * period;
            best = Math.min(best, late[i]);
        }
        for (int i = 0; i < late.length; i++) {
            late[i] = (late[i] - best) / 1e6;
        }
        return late;
    }

    /** How many steps the run made while it was watched that did not arrive. */
    int missed() {
        return count == 0 ? 0 : steps[count - 1] - steps[0] + 1 - count;
    }
}
