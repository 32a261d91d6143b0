package downhill.live.launch;

import downhill.course.Completion;
import downhill.course.Lesson;
import downhill.live.archive.LaunchArchive;
import downhill.live.archive.SavedLaunch;
import downhill.live.launch.Happening.Verb;
import downhill.live.work.LastingThread;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The launches of learners from learning platforms: what they have done of their lessons, and what platforms hear of it. */
public final class Launches implements AutoCloseable {
    /** A part of a score waits so long for the next part, so that a learner who goes on quickly causes one sending. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Two answers of one learner at the same time are rare; more than this many are none of a learner's. */
    private static final int MOST_TRIES = 10;

    /**
     * The place from which a learner came.
     *
     * @param learner the platform's opaque name
     * @param link the platform's name for the place of the activity in the course
     */
    public record Source(String platform, String deployment, String learner, String link, Optional<URI> lineitem) {}

    /**
     * The things that the browser keeps of a launch.
     *
     * @param key by which the tab says which launch it belongs to
     * @param owner a code for the learner, which says nothing about who it is
     */
    public record Opened(String key, String owner) {}

    private static final int OWNER_CHARACTERS = 16;

    private final LaunchArchive archive;
    private final LaunchKeys keys;
    private final Map<String, String> issuers;
    private final ScoreSender scores;
    private final Statements statements;
    private final Clock clock;
    private final LastingThread sender;

    /**
     * Starts to send what the archive has.
     *
     * @param issuers the platforms' names for themselves, by their names in the settings
     */
    public Launches(
            LaunchArchive archive,
            LaunchKeys keys,
            Map<String, String> issuers,
            ScoreSender scores,
            Statements statements,
            Clock clock) {
        this.archive = archive;
        this.keys = keys;
        this.issuers = Map.copyOf(issuers);
        this.scores = scores;
        this.statements = statements;
        this.clock = clock;
        this.sender = scores.start();
    }

    /** Opens a lesson for a learner; nothing if nobody would hear of what the learner does. */
    public Optional<Opened> open(Source source, Lesson lesson) {
        if (source.lineitem().isEmpty() && !statements.isOn()) {
            return Optional.empty();
        }
        String id = keys.name(
                "launch", source.platform(), source.deployment(), source.learner(), source.link(), lesson.slug());
        var launch = SavedLaunch.of(
                id, source.platform(), source.deployment(), source.learner(), source.lineitem(), lesson.slug(), now());
        archive.open(launch);
        tell(launch, Verb.STARTED, Optional.empty(), Optional.empty());
        String owner = keys.name("browser", source.platform(), source.learner()).substring(0, OWNER_CHARACTERS);
        return Optional.of(new Opened(keys.to(id), owner));
    }

    /** Notes an answer to a question of a lesson, of the tab with this key. Keys of other lessons change nothing. */
    public void answered(String key, Lesson lesson, String question, boolean isDone, Optional<Boolean> isRight) {
        find(key, lesson).ifPresent(launch -> {
            String part = Completion.question(question);
            // A page that is opened again asks for the reveal of an earlier prediction.
            if (isRight.isPresent() || !launch.done().contains(part)) {
                tell(launch, Verb.ANSWERED, Optional.of(question), isRight);
            }
            if (isDone) {
                note(launch, lesson, Set.of(part));
            }
        });
    }

    /** Notes that some parts of a lesson are done, in the tab with this key; answers the launch as it is then, if the key counts. */
    public Optional<SavedLaunch> done(String key, Lesson lesson, Set<String> parts) {
        return find(key, lesson).map(found -> note(found, lesson, parts));
    }

    private Optional<SavedLaunch> find(String key, Lesson lesson) {
        return keys.launch(key)
                .flatMap(archive::find)
                .filter(launch -> launch.lesson().equals(lesson.slug()));
    }

    private SavedLaunch note(SavedLaunch found, Lesson lesson, Set<String> parts) {
        Completion completion = Completion.of(lesson);
        SavedLaunch before = found;
        for (int i = 0; i < MOST_TRIES; i++) {
            var done = new TreeSet<>(before.done());
            parts.stream().filter(completion.parts()::contains).forEach(done::add);
            if (done.equals(before.done())) {
                return before;
            }
            SavedLaunch after = with(before, done, completion);
            if (archive.change(before, after)) {
                tellOf(before, after);
                return after;
            }
            before = archive.find(found.id()).orElse(before);
        }
        return before;
    }

    private SavedLaunch with(SavedLaunch before, Set<String> done, Completion completion) {
        int score = completion.score(done);
        boolean isComplete = score == completion.maximum();
        Optional<Instant> waiting = before.tries() == 0 ? before.due() : Optional.empty();
        Optional<Instant> due =
                before.lineitem().map(column -> isComplete ? now() : waiting.orElseGet(() -> now().plus(PAUSE)));
        return before.with(done, score, completion.maximum(), now(), due);
    }

    /** The time in milliseconds, as the database keeps it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private void tellOf(SavedLaunch before, SavedLaunch after) {
        if (after.isComplete() && !before.isComplete()) {
            tell(after, Verb.COMPLETED, Optional.empty(), Optional.empty());
            scores.wake();
        }
    }

    private void tell(SavedLaunch launch, Verb verb, Optional<String> question, Optional<Boolean> isRight) {
        String issuer = issuers.getOrDefault(launch.platform(), launch.platform());
        String learner = keys.name("learner", launch.platform(), launch.learner());
        statements.add(new Happening(
                UUID.randomUUID(), verb, issuer, learner, launch.lesson(), question, isRight, clock.instant()));
    }

    @Override
    public void close() {
        sender.close();
        scores.close();
        statements.close();
    }
}
