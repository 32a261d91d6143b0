package downhill.course;

import static org.assertj.core.api.Assertions.assertThatCode;

import downhill.course.text.Content;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The course as it stands in content/. */
class ContentTest {
    @Test
    void hasNoMistakes() {
        assertThatCode(() -> Course.read(Content.in(Path.of("content")), "")).doesNotThrowAnyException();
    }
}
