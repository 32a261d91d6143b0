package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary explains the words that the course links to, each in a sentence or two. A link to a missing entry is a lesson's mistake. */
class GlossaryTest {
    private static final Path CONTENT = Path.of("content");
    private static final Pattern LINK = Pattern.compile("glossary:([a-z0-9-]+)");

    private static final Course COURSE = CourseReader.read(Content.in(CONTENT), "");

    private static Set<String> linked() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Lesson lesson : COURSE.lessons()) {
            Matcher links = LINK.matcher(Files.readString(CONTENT.resolve(lesson.slug() + "/lesson.md")));
            links.results().forEach(link -> names.add(link.group(1)));
        }
        return names;
    }

    @Test
    void everyEntryIsLinked() throws IOException {
        Set<String> linked = linked();
        assertThat(COURSE.glossary().stream().map(Term::name)).allMatch(linked::contains);
    }

    @Test
    void aMeaningHasTwoSentencesOrThree() {
        assertThat(COURSE.glossary())
                .allSatisfy(term -> assertThat(
                                term.html().replaceAll("<math.*?</math>", "M").split("[.?!] (?=[A-Z])", -1))
                        .as(term.name())
                        .hasSizeBetween(1, 3));
    }

    @Test
    void noWordNamesTwoEntries() {
        List<String> words = COURSE.glossary().stream()
                .flatMap(term -> Stream.concat(Stream.of(term.term()), term.also().stream()))
                .map(String::toLowerCase)
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(words).doesNotHaveDuplicates().doesNotContain("step size", "valley", "mini-batch gradient");
    }
}
