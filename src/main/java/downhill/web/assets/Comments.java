package downhill.web.assets;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What is written for readers of the sources and not for browsers: a quarter of what our modules weigh, once compressed. Modules
 * must not have such signs within texts: a line that begins with {@code //}, or {@code /**}.
 */
public final class Comments {
    private static final String BLOCK = "/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/";

    /** A comment with its line where nothing else stands there, or a type's name within a statement. */
    private static final Pattern IN_SCRIPTS = Pattern.compile(
            "(?m)^[ \\t]*(?:(?=/\\*\\*)" + BLOCK + "[ \\t]*\\R|//.*\\R)|(?=/\\*\\*)" + BLOCK + "[ \\t]?");

    /** A comment, or what a line begins with, and empty lines. */
    private static final Pattern IN_STYLES = Pattern.compile(BLOCK + "\\s*|(?<=\\n)\\s+");

    private Comments() {}

    /** The same file without its comments, if it is one of those that have some; a style sheet without its indentation too. */
    static byte[] removed(String path, byte[] bytes) {
        Pattern comments = path.endsWith(".js") ? IN_SCRIPTS : path.endsWith(".css") ? IN_STYLES : null;
        return comments == null
                ? bytes
                : comments.matcher(new String(bytes, StandardCharsets.UTF_8))
                        .replaceAll("")
                        .getBytes(StandardCharsets.UTF_8);
    }
}
