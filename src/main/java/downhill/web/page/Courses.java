package downhill.web.page;

import downhill.course.Course;
import downhill.course.Widgets;
import downhill.course.grading.StartTexts;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
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
 * The course and the widgets that its stages show: read once, or in development again whenever one of their files has changed. A
 * mistake in a lesson stops the server only there and in the tests; in production, where the build has checked the lessons already,
 * the lesson that has it is left out and reported.
 */
public final class Courses {
    private static final Logger LOG = LoggerFactory.getLogger(Courses.class);
    private static final String LESSONS = "content";

    private record Read(long changed, Widgets widgets, Course course, StartTexts startTexts) {}

    private final Optional<Path> development;
    private final String base;
    private volatile Read read;

    public Courses(ServerSettings settings) {
        this.development = settings.development();
        this.base = settings.base();
        this.read = read(changed());
    }

    private Read read(long changed) {
        Widgets widgets = folder(WidgetsReader.FOLDER)
                .map(files -> WidgetsReader.read(Content.in(files)))
                .orElseGet(WidgetsReader::onClassPath);
        Course course = folder(LESSONS)
                .map(files -> CourseReader.read(
                        Content.in(files), widgets, base, warning -> LOG.warn("A lesson’s wording: {}", warning)))
                .orElseGet(() -> CourseReader.readable(
                        Content.onClassPath(),
                        widgets,
                        base,
                        mistake -> LOG.error("A mistake in the course: {}", mistake)));
        return new Read(changed, widgets, course, new StartTexts());
    }

    private Optional<Path> folder(String name) {
        return development.map(root -> root.resolve(name));
    }

    public Course course() {
        return newest().course();
    }

    /** The texts of the course's scenes, with the numbers of their starts. */
    public StartTexts startTexts() {
        return newest().startTexts();
    }

    public Widgets widgets() {
        return newest().widgets();
    }

    private Read newest() {
        long changed = changed();
        Read newest = read;
        if (newest.changed() != changed) {
            newest = read(changed);
            read = newest;
        }
        return newest;
    }

    /** The time of the newest change to a file; always the same where files are not read again. */
    private long changed() {
        return Stream.of(LESSONS, WidgetsReader.FOLDER)
                .flatMap(name -> folder(name).stream())
                .mapToLong(Courses::newest)
                .max()
                .orElse(0);
    }

    private static long newest(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
