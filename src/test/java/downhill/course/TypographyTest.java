package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The course's texts have the apostrophes and quotation marks of a book. A straight apostrophe stays in code, and in a formula, where it is a prime. */
class TypographyTest {
    private static final Pattern CODE_OR_FORMULA = Pattern.compile("`[^`]*`|\\$\\$.*?\\$\\$|\\$[^$]*\\$");
    private static final Pattern STRAIGHT_QUOTES = Pattern.compile("\\\\\"|(?<=[\\s(])\"[A-Za-z][^\"]*\"(?=[\\s.,)])");

    @TestFactory
    List<DynamicTest> noTextOfTheCourseHasAStraightApostropheOrQuotationMark() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            return files.filter(file -> file.toString().matches(".*\\.(md|yaml)"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.toString(), () -> assertThat(straight(file)).isEmpty()))
                    .toList();
        }
    }

    /** The lines of a file in which a text has a straight mark, with their numbers. */
    private static List<String> straight(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> texts = lines.stream()
                .map(line -> CODE_OR_FORMULA.matcher(line).replaceAll("0"))
                .toList();
        boolean[] isProse = prose(lines);
        return IntStream.range(0, lines.size())
                .filter(i -> texts.get(i).contains("'")
                        || STRAIGHT_QUOTES
                                .matcher(isProse[i] ? texts.get(i) : "")
                                .find()
                        || texts.get(i).contains("\\\""))
                .mapToObj(i -> i + 1 + ": " + lines.get(i))
                .toList();
    }

    /** The lines of a lesson that are neither front matter nor in a fence, where a quotation mark belongs to no YAML. */
    private static boolean[] prose(List<String> lines) {
        boolean[] isProse = new boolean[lines.size()];
        boolean inside = !lines.isEmpty() && lines.getFirst().equals("---");
        for (int i = 1; i < lines.size() && lines.getFirst().equals("---"); i++) {
            if (lines.get(i).startsWith("```") || lines.get(i).equals("---")) {
                inside = !inside;
            } else {
                isProse[i] = !inside;
            }
        }
        return isProse;
    }
}
