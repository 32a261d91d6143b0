package downhill.web;

import downhill.course.Course;
import downhill.course.text.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The course: read once, or in development again whenever one of its files has changed. */
final class Courses {
    private record Read(long changed, Course course) {}

    private final Optional<Path> folder;
    private final String base;
    private volatile Read read;

    Courses(Settings settings) {
        this.folder = settings.development().map(f -> f.resolve("content"));
        this.base = settings.base();
        this.read = read(changed());
    }

    private Read read(long changed) {
        return new Read(changed, Course.read(folder.map(Content::in).orElseGet(Content::onClassPath), base));
    }

    Course course() {
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
