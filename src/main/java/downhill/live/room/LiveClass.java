package downhill.live.room;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.ClassArchive;
import downhill.live.archive.ClassChanges;
import downhill.live.archive.SavedClass;
import downhill.live.work.BusyException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A class that is open. The archive can be slow, so nothing is written under the lock that readers take. A class that the archive does not
 * have as it is leaves the memory. Where several servers use the archive, each has the class in its memory, and catches up with the changes of the others.
 */
public final class LiveClass {
    /** The streams beside one of each learner: the teacher's pages, projectors, and learners with two tabs. */
    private static final int MORE_STREAMS = 200;

    private static final int WRITERS = 64;

    private final SavedClass names;
    private final ClassArchive archive;
    private final int mostLearners;
    private final Consumer<LiveClass> lost;
    private final ClassState room;

    /** Held while the class is controlled, or somebody joins, and that is written. */
    private final ReentrantLock controlling = new ReentrantLock(true);

    /** Held while something of a learner is changed and written, so that it is written in its order. */
    private final ReentrantLock[] writing = new ReentrantLock[WRITERS];

    /** Held while changes of other servers are read and applied, so that none of them undoes a later one. */
    private final ReentrantLock catching = new ReentrantLock();

    /** The version of the archive's class up to which no change is missing here. */
    private long caught;

    /** The time at which the newest reading of these changes began, in nanoseconds from some time on. */
    private long reading = System.nanoTime();

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
        this.room = new ClassState(saved.state(), saved.learners());
        this.caught = saved.version();
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
        return room.news();
    }

    /** The seat of a learner's key, by its hash. */
    Optional<Seat> seat(String key) {
        return room.number(key).map(number -> new Seat(this, key, number));
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
            Learner learner = Learner.joining(number, nickname, before.presentScene());
            archive.join(names.id(), key, learner);
            if (archive.isShared()) {
                catchUp();
            } else {
                take(key, learner);
            }
            return seat(key).orElseThrow(() -> new ArchiveException("The class was deleted."));
        } finally {
            controlling.unlock();
        }
    }

    private void take(String key, Learner learner) {
        room.apply(state -> state.with(learner));
        room.seat(key);
    }

    /** Changes the pace, the pause, or the revealed questions. */
    public void control(UnaryOperator<Classroom> change) {
        controlling.lock();
        try {
            archive.control(names.id(), change.apply(state()));
            room.apply(change, true);
        } finally {
            controlling.unlock();
        }
    }

    /** Gives a learner another nickname, or none. */
    public void rename(int number, Optional<String> nickname) {
        change(number, learner -> learner.named(nickname));
        room.apply(state -> state, true);
    }

    /** Changes a learner. */
    void change(int number, UnaryOperator<Learner> change) {
        write(number, () -> {
            Learner next = apply(number, change);
            archive.learner(names.id(), room.key(number), next);
        });
    }

    /** Notes a learner's answer. */
    void answer(int number, String question, Response response) {
        write(number, () -> {
            Response before = state().learner(number).responses().get(question);
            Response all = before == null ? response : before.then(response);
            if (!all.equals(before)) {
                apply(number, learner -> learner.with(question, all));
                archive.response(names.id(), room.key(number), question, all);
            }
        });
    }

    /** Notes a learner's newest descent in a scene. */
    void trace(int number, int scene, Trace trace) {
        write(number, () -> {
            if (!trace.equals(state().learner(number).traces().get(scene))) {
                apply(number, learner -> learner.with(scene, trace));
                archive.trace(names.id(), room.key(number), scene, trace);
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
        return room.apply(state -> state.with(change.apply(state.learner(number))))
                .learner(number);
    }

    /** The version of the archive's class up to which no change is missing here. */
    long caught() {
        catching.lock();
        try {
            return caught;
        } finally {
            catching.unlock();
        }
    }

    /** Takes over what other servers changed until now; a class that they deleted leaves the memory. Many who ask at once are served by one reading. */
    void catchUp() {
        long asked = System.nanoTime();
        catching.lock();
        try {
            if (reading - asked > 0) {
                return;
            }
            long begun = System.nanoTime();
            Optional<ClassChanges> changes = archive.changes(names.id(), caught);
            if (changes.isEmpty()) {
                lost.accept(this);
            } else if (changes.get().version() > caught) {
                apply(changes.get());
                caught = changes.get().version();
            }
            reading = begun;
        } finally {
            catching.unlock();
        }
    }

    private void apply(ClassChanges changes) {
        Classroom before = state();
        boolean renamed = false;
        for (ClassChanges.Joined one : changes.learners()) {
            Learner next = one.learner();
            if (room.number(one.key()).isEmpty()) {
                take(one.key(), next);
            } else {
                renamed |= !before.learner(next.number()).nickname().equals(next.nickname());
                apply(next.number(), known -> known.named(next.nickname()).at(next.scene()));
            }
        }
        for (ClassChanges.Answered one : changes.responses()) {
            room.number(one.key())
                    .ifPresent(number -> apply(number, learner -> learner.with(one.question(), one.response())));
        }
        for (ClassChanges.Moved one : changes.traces()) {
            room.number(one.key())
                    .ifPresent(number -> apply(number, learner -> learner.with(one.scene(), one.trace())));
        }
        boolean controlled = !before.isControlledAs(changes.control());
        room.apply(state -> state.controlledAs(changes.control()), controlled || renamed);
    }

    /** Begins a stream that follows the class; BusyException if there are too many. */
    public Stream follow() {
        if (!room.addStream(mostLearners + MORE_STREAMS)) {
            throw new BusyException("Too many pages follow this class. Close some of them.");
        }
        return new Stream();
    }

    /** Tests whether somebody follows the class. */
    boolean isFollowed() {
        return room.isFollowed();
    }

    /** Ends all streams: the class was deleted, or leaves the memory. */
    void end() {
        room.end();
    }

    /** Notes that somebody asked for the class. */
    void touch(long now) {
        askedAt = now;
    }

    /** Tests whether nobody follows the class, and nobody asked for it since a time. */
    boolean isIdle(long since) {
        return !isFollowed() && askedAt < since;
    }

    /** A page that follows the class. */
    public final class Stream implements AutoCloseable {
        private Stream() {}

        /** Waits for a change that learners must hear of, or for a time; answers the state then. */
        public ClassNews awaitControls(long seen, Duration most) throws InterruptedException {
            return room.awaitControls(seen, most);
        }

        /** Waits for any change, or for a time; answers the state then. */
        public ClassNews awaitAny(long seen, Duration most) throws InterruptedException {
            return room.awaitAny(seen, most);
        }

        @Override
        public void close() {
            room.removeStream();
        }
    }
}
