package downhill.web.page;

import downhill.course.Lesson;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.SavedLaunch;
import downhill.live.launch.Launches;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tabs that a learning platform opened. Each sends the key to its launch in a header, since a frame of the platform has no cookies. */
public final class LaunchedTabs {
    private static final Logger LOG = LoggerFactory.getLogger(LaunchedTabs.class);
    private static final String HEADER = "Downhill-Launch";

    private final Optional<Launches> launches;

    /** Reads the header if there are platforms. */
    public LaunchedTabs(Optional<Launches> launches) {
        this.launches = launches;
    }

    /**
     * Notes an answer. The answer is judged all the same where it can't be noted; the tab reports what is done again later.
     *
     * @param isDone whether the question counts as done now
     * @param isRight whether the answer was right, where there is a right one
     */
    public void answered(Context ctx, Lesson lesson, String question, boolean isDone, Optional<Boolean> isRight) {
        try {
            key(ctx).ifPresent(key -> launches.ifPresent(all -> all.answered(key, lesson, question, isDone, isRight)));
        } catch (ArchiveException e) {
            LOG.debug("An answer was not noted, because the store cannot be reached", e);
        }
    }

    /** Notes that some parts of a lesson are done; answers the tab's launch, if the lesson is the one that the platform opened. */
    public Optional<SavedLaunch> done(Context ctx, Lesson lesson, Set<String> parts) {
        return key(ctx).flatMap(key -> launches.flatMap(all -> all.done(key, lesson, parts)));
    }

    private static Optional<String> key(Context ctx) {
        return Optional.ofNullable(ctx.header(HEADER));
    }
}
