package downhill.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommentsTest {
    private static String removed(String path, String text) {
        return new String(Comments.removed(path, text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void aModuleKeepsItsStatementsAlone() {
        String module = """
                // Whole lines go.
                import { a } from "./a.js";

                /**
                 * What it is.
                 *
                 * @param {number} x
                 */
                export function f(/** @type {number} */ x) {
                    // So do these.
                    const map = /** @type {Map<string, number>} */ (new Map());
                    return x / 2 + "//".length + /\\/\\*/.source.length + 3 * map.size; // beside a statement they stay
                }
                """;
        assertThat(removed("js/f.js", module)).isEqualTo("""
                import { a } from "./a.js";

                export function f(x) {
                    const map = (new Map());
                    return x / 2 + "//".length + /\\/\\*/.source.length + 3 * map.size; // beside a statement they stay
                }
                """);
    }

    @Test
    void aStyleSheetKeepsItsRulesAlone() {
        assertThat(removed("css/a.css", "/* Title */\n\na { color: red; /* why */ }\n"))
                .isEqualTo("a { color: red; }\n");
    }

    @Test
    void aStyleSheetIsNotIndented() {
        String sheet = """
                @media print {
                    a,
                    b {
                        /* why */
                        background:
                            red
                            no-repeat;
                    }

                    c { color: red; }
                }
                """;
        assertThat(removed("css/a.css", sheet)).isEqualTo("""
                @media print {
                a,
                b {
                background:
                red
                no-repeat;
                }
                c { color: red; }
                }
                """);
    }

    @Test
    void otherFilesStayAsTheyAre() {
        assertThat(removed("icon.svg", "<svg>/** no comment */</svg>")).contains("/**");
    }

    @Test
    void aFieldBesideItsCommentStays() {
        assertThat(
                        removed(
                                "js/a.js",
                                "class A {\n    /** What. @type {Set<string>} */ #a = new Set();\n    /** Why. */\n    b() {}\n}\n"))
                .isEqualTo("class A {\n    #a = new Set();\n    b() {}\n}\n");
    }

    @Test
    void ourModulesKeepNoComment() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("web/static/js"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                assertThat(removed("a.js", Files.readString(file)))
                        .as(file.toString())
                        .doesNotContain("/**");
            }
        }
    }
}
