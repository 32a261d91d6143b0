package downhill.live.room;

import downhill.classroom.ClassCode;
import downhill.classroom.Classroom;
import downhill.classroom.Subject;
import downhill.live.ServerLimits;
import downhill.live.Visitor;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.ClassArchive;
import downhill.live.archive.ClassArchive.Name;
import downhill.live.archive.SavedClass;
import downhill.live.work.BusyException;
import downhill.live.work.FullException;
import downhill.live.work.LastingThread;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All classes of this server. A thread of its own deletes those whose time is over, and lets unused ones leave the memory. */
public final class Classes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Classes.class);

    /** A class that nobody follows or asks for so long leaves the memory. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    /** The time between two looks at what other servers changed. */
    private static final Duration CATCHING_UP = Duration.ofMillis(200);

    private static final Duration TIDYING = Duration.ofSeconds(30);

    /** A class without learners makes room for another one after this time, if there is none left. */
    private static final Duration EMPTY = Duration.ofHours(2);

    /** A new class, and the key of its teacher, which nobody can find out later. */
    public record Opened(LiveClass room, String key) {}

    /** A learner's new seat, and the key to it. */
    public record Joined(Seat seat, String key) {}

    private final Map<String, LiveClass> awake = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final ServerLimits limits;
    private final ClassArchive archive;
    private final Clock clock;
    private final CodeGuesses guesses;
    private final LastingThread janitor;
    private final Optional<LastingThread> follower;

    /** Starts without classes in memory. */
    public Classes(ServerLimits limits, ClassArchive archive, Clock clock) {
        this.limits = limits;
        this.archive = archive;
        this.clock = clock;
        this.guesses = new CodeGuesses(clock, archive);
        this.janitor = new LastingThread("class janitor", this::keepTidy);
        this.follower =
                archive.isShared() ? Optional.of(new LastingThread("class follower", this::keepUp)) : Optional.empty();
    }

    /** Opens a class; BusyException if the visitor or all have too many. */
    public synchronized Opened open(Subject subject, Visitor visitor) {
        require(visitor);
        String key = SecretKey.random(random);
        var saved = new SavedClass(
                SecretKey.hash(key),
                freeCode(),
                SecretKey.random(random),
                visitor.name(),
                clock.instant(),
                0,
                Classroom.of(subject),
                List.of());
        archive.open(saved);
        return new Opened(wake(saved), key);
    }

    private void require(Visitor visitor) {
        int own = archive.keeps() ? archive.count(visitor.name()) : count(room -> isOf(room, visitor));
        if (own >= limits.classesPerVisitor()) {
            throw new BusyException(
                    "You have " + own + " classes. Delete one of them on its page, then start this one.");
        }
        if (count() >= limits.classes()) {
            forgetEmpty();
        }
        if (count() >= limits.classes()) {
            throw new FullException("The server has no room for another class now. Try again later.");
        }
    }

    private void forgetEmpty() {
        Instant before = clock.instant().minus(EMPTY);
        archive.forgetEmpty(before);
        drop(room -> room.names().opened().isBefore(before)
                && room.state().learners().isEmpty());
    }

    private int count() {
        return archive.keeps() ? archive.count() : awake.size();
    }

    private int count(Predicate<LiveClass> which) {
        return (int) awake.values().stream().filter(which).count();
    }

    private static boolean isOf(LiveClass room, Visitor visitor) {
        return room.names().visitor().equals(visitor.name());
    }

    private String freeCode() {
        String code = ClassCode.random(random::nextInt);
        while (find(Name.CODE, code).isPresent()) {
            code = ClassCode.random(random::nextInt);
        }
        return code;
    }

    private LiveClass wake(SavedClass saved) {
        LiveClass room = awake.computeIfAbsent(
                saved.id(), id -> new LiveClass(saved, archive, limits.learnersPerClass(), this::drop));
        room.touch(clock.millis());
        return room;
    }

    /** The class of a teacher's key. */
    public Optional<LiveClass> ofTeacher(String key) {
        return find(Name.ID, SecretKey.hash(key));
    }

    /** The class of a projector's page. */
    public Optional<LiveClass> ofBoard(String board) {
        return find(Name.BOARD, board);
    }

    /** The seat of a learner's key. */
    public Optional<Seat> seat(String key) {
        String hash = SecretKey.hash(key);
        return find(Name.LEARNER, hash).flatMap(room -> room.seat(hash));
    }

    /**
     * The class of a code.
     *
     * @param address where the code comes from; BusyException after too many wrong ones
     */
    public Optional<LiveClass> ofCode(String code, String address) {
        guesses.require(address);
        Optional<LiveClass> found = find(Name.CODE, code);
        if (found.isEmpty()) {
            guesses.miss(address);
        }
        return found;
    }

    /** A new seat in a class; BusyException if it is full. */
    public Joined join(LiveClass room, Optional<String> nickname) {
        String key = SecretKey.random(random);
        return new Joined(room.join(SecretKey.hash(key), nickname), key);
    }

    private Optional<LiveClass> find(Name by, String name) {
        Optional<LiveClass> here = by == Name.ID
                ? Optional.ofNullable(awake.get(name))
                : awake.values().stream()
                        .filter(room -> isNamed(room, by, name))
                        .findFirst();
        Optional<LiveClass> found = here.or(() ->
                        archive.find(by, name).filter(saved -> !isOver(saved)).map(this::wake))
                .filter(room -> !isOver(room.names()));
        found.ifPresent(room -> room.touch(clock.millis()));
        return found.filter(this::isCurrent);
    }

    /** Takes over what other servers changed; false if they deleted the class. A class is shown as it was while the archive can't be reached. */
    private boolean isCurrent(LiveClass room) {
        if (archive.isShared()) {
            try {
                room.catchUp();
            } catch (ArchiveException e) {
                LOG.debug("A class could not catch up: {}", e.getMessage());
            }
        }
        return !room.news().over();
    }

    /** Takes over what other servers changed in the classes that somebody follows. */
    void catchUp() {
        List<LiveClass> followed =
                awake.values().stream().filter(LiveClass::isFollowed).toList();
        Map<String, Long> versions = archive.versions(
                followed.stream().map(room -> room.names().id()).toList());
        for (LiveClass room : followed) {
            Long newest = versions.get(room.names().id());
            if (newest == null) {
                drop(room);
            } else if (newest > room.caught()) {
                room.catchUp();
            }
        }
    }

    private void keepUp() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(CATCHING_UP);
                try {
                    catchUp();
                } catch (ArchiveException e) {
                    LOG.debug("The classes could not catch up: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isNamed(LiveClass room, Name by, String name) {
        return switch (by) {
            case ID -> room.names().id().equals(name);
            case CODE -> room.code().equals(name);
            case BOARD -> room.board().equals(name);
            case LEARNER -> room.seat(name).isPresent();
        };
    }

    private boolean isOver(SavedClass saved) {
        return saved.opened().isBefore(clock.instant().minus(limits.keepClass()));
    }

    /** Deletes a class with all that belongs to it. */
    public void delete(LiveClass room) {
        archive.delete(room.names().id());
        drop(room);
    }

    private void drop(LiveClass room) {
        awake.remove(room.names().id(), room);
        room.end();
    }

    private void drop(Predicate<LiveClass> which) {
        awake.values().stream().filter(which).toList().forEach(this::drop);
    }

    private void keepTidy() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(TIDYING);
                tidy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes the classes whose time is over. */
    void tidy() {
        archive.forget(clock.instant().minus(limits.keepClass()));
        drop(room -> isOver(room.names()));
        if (archive.keeps()) {
            long since = clock.millis() - IDLE.toMillis();
            drop(room -> room.isIdle(since));
        }
    }

    /** Ends every stream. */
    @Override
    public void close() {
        janitor.close();
        follower.ifPresent(LastingThread::close);
        awake.values().forEach(LiveClass::end);
    }
}
