package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The text of every program, byte for byte: its hash is in the resource {@code program-hashes.txt}. A deliberate change of a
 * text changes the file; the message of a failure has the new lines.
 */
class GoldenProgramsTest {
    /** Packed arrays depend on the JDK's own compression. */
    private static final String PACKED = "\"[A-Za-z0-9+/=]{40,}\"";

    @Test
    void everyByteIsAsItWas() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Cases.Case tried : Cases.all()) {
            Recipe recipe = Cases.recipe(tried.run());
            for (Format format : Format.values()) {
                String text = Programs.write(format, recipe).replaceAll(PACKED, "\"\"");
                lines.add(hash(text) + " " + format + " " + tried.name());
            }
        }
        assertThat(String.join("\n", lines)).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = GoldenProgramsTest.class.getResourceAsStream("/program-hashes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
