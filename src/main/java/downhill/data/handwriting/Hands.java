package downhill.data.handwriting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The forms in which people write the ten digits, read from {@code hands.txt}; its first lines explain the notation.
 *
 * <p>The outlines are drawn up for this product. Their shares are mostly measured: a network that had learned to name these forms
 * counted them in 10,000 digits of the MNIST set (LeCun, Cortes and Burges, 1998). The rest is judgement, so that no form is left
 * out. Nothing else here comes from that set.
 */
final class Hands {
    private static final String FILE = "hands.txt";

    private Hands() {}

    /** All forms of all digits. */
    static List<Template> all() {
        return Arrays.stream(withoutComments(read()).split("\n\n+", -1))
                .map(form -> Template.parse(form.strip()))
                .toList();
    }

    private static String withoutComments(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Hands.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
