package downhill.course.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The place of a course's files, or of its widgets'. */
@FunctionalInterface
public interface Content {
    /** The text of a file, if there is one of this path, for example {@code the-hill/lesson.md}. */
    Optional<String> text(String path);

    /** The files of a folder, read anew each time. */
    static Content in(Path folder) {
        return path -> {
            Path file = folder.resolve(path).normalize();
            try {
                return file.startsWith(folder.normalize()) && Files.isRegularFile(file)
                        ? Optional.of(Files.readString(file))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The lessons that came with the program. */
    static Content onClassPath() {
        return onClassPath("/content/");
    }

    /** The files of a folder that came with the program. */
    static Content onClassPath(String folder) {
        return path -> {
            try (InputStream in = Content.class.getResourceAsStream(folder + path)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
