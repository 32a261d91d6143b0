package downhill.live.room;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.ClassArchive;
import downhill.live.archive.SavedClass;
import downhill.live.work.BusyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A class that is open. Its state is an immutable value; a change replaces it and wakes those who follow. The archive can be slow, so
 * nothing is written under the lock that readers take. A class that the archive does not have as it is leaves the memory.
 */
public final class LiveClass {
    /** The streams beside one of each learner: the teacher's pages, projectors, and learners with two tabs. */
    private static final int MORE_STREAMS = 200;

    private static final int WRITERS = 64;

    private final SavedClass names;
    private final ClassArchive archive;
    private final int mostLearners;
    private final Consumer<LiveClass> lost;
    /** The hashes of the learners' keys, in the order of their numbers. */
    private final List<String> keys;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Held while the class is controlled, or somebody joins, and that is written. */
    private final ReentrantLock controlling = new ReentrantLock(true);

    /** Held while something of a learner is changed and written, so that it is written in its order. */
    private final ReentrantLock[] writing = new ReentrantLock[WRITERS];

    private Classroom state;
    private long version;
    private long controls;
    private boolean over;
    private int streams;
    private volatile long askedAt;

    /**
     * Wakes a class up.
     *
     * @param lost is called if the archive has not what the memory has
     */
    LiveClass(SavedClass saved, ClassArchive archive, int mostLearners, Consumer<LiveClass> lost) {
        this.names = saved;
        this.archive = archive;
        this.mostLearners = mostLearners;
        this.lost = lost;
        this.state = saved.state();
        this.keys = new ArrayList<>(saved.learners());
        for (int i = 0; i < keys.size(); i++) {
            numbers.put(keys.get(i), i + 1);
        }
        for (int i = 0; i < WRITERS; i++) {
            writing[i] = new ReentrantLock();
        }
    }

    /** The names of the class, with its state at the time when it woke up. */
    SavedClass names() {
        return names;
    }

    /** The code by which learners join. */
    public String code() {
        return names.code();
    }

    /** The name of the projector's page. */
    public String board() {
        return names.board();
    }

    /** The time at which the class was opened, in milliseconds since 1970. */
    public long opened() {
        return names.opened().toEpochMilli();
    }

    /** The state as of now. */
    public Classroom state() {
        return news().state();
    }

    /** The state as of now, with its counts. */
    public ClassNews news() {
        lock.lock();
        try {
            return new ClassNews(state, version, controls, over);
        } finally {
            lock.unlock();
        }
    }

    /** The seat of a learner's key, by its hash. */
    Optional<Seat> seat(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(numbers.get(key)).map(number -> new Seat(this, key, number));
        } finally {
            lock.unlock();
        }
    }

    /** Takes in a new learner at the present scene; BusyException if the class is full. */
    Seat join(String key, Optional<String> nickname) {
        controlling.lock();
        try {
            Classroom before = state();
            int number = before.learners().size() + 1;
            if (number > mostLearners) {
                throw new BusyException("This class is full: it has " + mostLearners
                        + " learners. Ask your teacher to start another one.");
            }
            var learner = Learner.joining(number, nickname, before.presentScene());
            archive.learner(names.id(), key, learner);
            apply(room -> room.with(learner), () -> {
                keys.add(key);
                numbers.put(key, number);
            });
            return new Seat(this, key, number);
        } finally {
            controlling.unlock();
        }
    }

    /** Changes the pace, the pause, or the revealed questions. */
    public void control(UnaryOperator<Classroom> change) {
        controlling.lock();
        try {
            archive.control(names.id(), change.apply(state()));
            apply(change, () -> controls++);
        } finally {
            controlling.unlock();
        }
    }

    /** Gives a learner another nickname, or none. */
    public void rename(int number, Optional<String> nickname) {
        change(number, learner -> learner.named(nickname));
        apply(room -> room, () -> controls++);
    }

    /** Changes a learner. */
    void change(int number, UnaryOperator<Learner> change) {
        write(number, () -> {
            Learner next = apply(number, change);
            archive.learner(names.id(), key(number), next);
        });
    }

    /** Notes a learner's answer. */
    void answer(int number, String question, Response response) {
        write(number, () -> {
            Response before = state().learner(number).responses().get(question);
            Response all = before == null ? response : before.then(response);
            if (!all.equals(before)) {
                apply(number, learner -> learner.with(question, all));
                archive.response(key(number), question, all);
            }
        });
    }

    /** Notes a learner's newest way down in a scene. */
    void trace(int number, int scene, Trace trace) {
        write(number, () -> {
            if (!trace.equals(state().learner(number).traces().get(scene))) {
                apply(number, learner -> learner.with(scene, trace));
                archive.trace(key(number), scene, trace);
            }
        });
    }

    private void write(int number, Runnable change) {
        ReentrantLock own = writing[number % WRITERS];
        own.lock();
        try {
            change.run();
        } catch (ArchiveException e) {
            lost.accept(this);
            throw e;
        } finally {
            own.unlock();
        }
    }

    private Learner apply(int number, UnaryOperator<Learner> change) {
        return apply(room -> room.with(change.apply(room.learner(number))), () -> {})
                .learner(number);
    }

    private Classroom apply(UnaryOperator<Classroom> change, Runnable more) {
        lock.lock();
        try {
            state = change.apply(state);
            version++;
            more.run();
            changed.signalAll();
            return state;
        } finally {
            lock.unlock();
        }
    }

    private String key(int number) {
        lock.lock();
        try {
            return keys.get(number - 1);
        } finally {
            lock.unlock();
        }
    }

    /** Begins a stream that follows the class; BusyException if there are too many. */
    public Stream follow() {
        lock.lock();
        try {
            if (streams >= mostLearners + MORE_STREAMS) {
                throw new BusyException("Too many pages follow this class. Close some of them.");
            }
            streams++;
            return new Stream();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all streams: the class was deleted, or leaves the memory. */
    void end() {
        apply(room -> room, () -> over = true);
    }

    /** Notes that somebody asked for the class. */
    void touch(long now) {
        askedAt = now;
    }

    /** Tests whether nobody follows the class, and nobody asked for it since a time. */
    boolean isIdle(long since) {
        lock.lock();
        try {
            return streams == 0 && askedAt < since;
        } finally {
            lock.unlock();
        }
    }

    /** A page that follows the class. */
    public final class Stream implements AutoCloseable {
        private Stream() {}

        /** Waits for a change that learners must hear of, or for a time; answers the state then. */
        public ClassNews awaitControls(long seen, Duration most) throws InterruptedException {
            return await(() -> controls != seen, most);
        }

        /** Waits for any change, or for a time; answers the state then. */
        public ClassNews awaitAny(long seen, Duration most) throws InterruptedException {
            return await(() -> version != seen, most);
        }

        private ClassNews await(BooleanSupplier isNew, Duration most) throws InterruptedException {
            lock.lock();
            try {
                long left = most.toNanos();
                while (!over && !isNew.getAsBoolean() && left > 0) {
                    left = changed.awaitNanos(left);
                }
                return new ClassNews(state, version, controls, over);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                streams--;
            } finally {
                lock.unlock();
            }
        }
    }
}
