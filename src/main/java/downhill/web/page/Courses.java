package downhill.web.page;

import downhill.course.Course;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course: read once, or in development again whenever one of its files has changed. A mistake stops the server only there and
 * in the tests; in production, where the build has checked the lessons already, the lesson that has it is left out and told of.
 */
public final class Courses {
    private static final Logger LOG = LoggerFactory.getLogger(Courses.class);

    private record Read(long changed, Course course) {}

    private final Optional<Path> folder;
    private final String base;
    private volatile Read read;

    public Courses(ServerSettings settings) {
        this.folder = settings.development().map(f -> f.resolve("content"));
        this.base = settings.base();
        this.read = read(changed());
    }

    private Read read(long changed) {
        return new Read(
                changed,
                folder.map(files -> CourseReader.read(
                                Content.in(files), base, warning -> LOG.warn("A lesson's wording: {}", warning)))
                        .orElseGet(() -> CourseReader.readable(
                                Content.onClassPath(),
                                base,
                                mistake -> LOG.error("A mistake in the course: {}", mistake))));
    }

    public Course course() {
        long changed = changed();
        Read newest = read;
        if (newest.changed() != changed) {
            newest = read(changed);
            read = newest;
        }
        return newest.course();
    }

    /** When a file was changed last; always the same where files are not looked at. */
    private long changed() {
        return folder.map(Courses::newest).orElse(0L);
    }

    private static long newest(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
