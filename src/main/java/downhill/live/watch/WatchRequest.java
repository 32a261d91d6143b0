package downhill.live.watch;

import java.util.OptionalInt;

/**
 * The steps that a viewer asks for.
 *
 * @param from the step seen last: the steps after it are sent from history, none skipped; absent to begin with the newest
 * @param every only steps that are multiples of this, 1 for all
 * @param maxRate frames a second at most, 0 for as many as there are
 * @param heartbeat nanoseconds of silence after which a sign of life is due, at the next tidying
 */
public record WatchRequest(View view, OptionalInt from, int every, double maxRate, long heartbeat) {
    boolean wants(int step) {
        return step % every == 0;
    }
}
