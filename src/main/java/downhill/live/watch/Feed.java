package downhill.live.watch;

import downhill.live.memory.Charge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The newest few frames of a run in one {@link View}, oldest first, each encoded once for everyone who sees that view. Guarded
 * by the run's lock. A viewer who keeps up finds every step here; one who does not goes on with the newest. Frames that everyone
 * has seen are dropped.
 */
public final class Feed {
    private static final int MOST_FRAMES = 256;
    private static final int MOST_BYTES = 4_000_000;

    /** The number of frames above which the feed checks whether everyone has seen the oldest. */
    private static final int FEW = 16;

    private final Deque<FrameText> frames = new ArrayDeque<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final Charge room;
    private final long least;
    private int bytes;

    /**
     * Starts without frames.
     *
     * @param room what was taken for one frame; more is taken for more frames, as far as there is room
     */
    Feed(Charge room) {
        this.room = room;
        this.least = room.bytes();
    }

    void add(FrameText frame) {
        frames.addLast(frame);
        bytes += frame.json().length;
        while (frames.size() > MOST_FRAMES || (frames.size() > 1 && !isRoomy())) {
            removeFirst();
        }
        if (frames.size() > FEW) {
            while (frames.size() > 1 && isSeenByAll(frames.getFirst())) {
                removeFirst();
            }
        }
    }

    private boolean isRoomy() {
        return bytes <= MOST_BYTES && room.resize(Math.max(least, bytes));
    }

    private void removeFirst() {
        bytes -= frames.removeFirst().json().length;
    }

    private boolean isSeenByAll(FrameText frame) {
        for (Listener listener : listeners) {
            if (!listener.hasSeen(frame)) {
                return false;
            }
        }
        return true;
    }

    Optional<FrameText> newest() {
        return Optional.ofNullable(frames.peekLast());
    }

    /** The frame of a step in its newest version. */
    Optional<FrameText> at(int step, int version) {
        return newest().filter(f -> f.step() == step && f.version() == version);
    }

    /**
     * The first frame that is wanted after the one seen last, if it is still here. Nothing if frames between have gone: then
     * the viewer was too slow.
     */
    Optional<FrameText> next(int step, int version, IntPredicate wanted) {
        FrameText first = frames.peekFirst();
        if (first == null || first.step() > step + 1) {
            return Optional.empty();
        }
        Optional<FrameText> next = Optional.empty();
        for (Iterator<FrameText> it = frames.descendingIterator(); it.hasNext(); ) {
            FrameText frame = it.next();
            if (!frame.isAfter(step, version)) {
                break;
            }
            if (wanted.test(frame.step())) {
                next = Optional.of(frame);
            }
        }
        return next;
    }

    /** The newest wanted frame after the one seen last. */
    Optional<FrameText> newest(int step, int version, IntPredicate wanted) {
        for (Iterator<FrameText> it = frames.descendingIterator(); it.hasNext(); ) {
            FrameText frame = it.next();
            if (!frame.isAfter(step, version)) {
                break;
            }
            if (wanted.test(frame.step())) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    /** Returns whether anyone takes every step's frame. */
    boolean isReadInFull() {
        return listeners.stream().anyMatch(Listener::takesEach);
    }

    void join(Listener listener) {
        listeners.add(listener);
    }

    /** Returns whether nobody is left; then the memory is given back. */
    boolean leave(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            room.close();
        }
        return listeners.isEmpty();
    }
}
