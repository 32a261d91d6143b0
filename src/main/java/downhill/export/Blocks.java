package downhill.export;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a program that a template puts into others. */
public final class Blocks {
    private Blocks() {}

    /** The text of a part without its last line break, which is there already where the part is put. */
    public static String lines(Content content) {
        var output = new StringOutput();
        content.writeTo(output);
        return output.toString().stripTrailing();
    }

    /** The same with all lines moved to the right, except the first, which is in its place already. */
    public static String indented(int spaces, Content content) {
        return indented(spaces, lines(content));
    }

    /** Lines of a text, all but the first moved to the right; an empty line stays empty. */
    public static String indented(int spaces, String text) {
        String indent = " ".repeat(spaces);
        return text.stripTrailing()
                .lines()
                .map(line -> line.isEmpty() ? line : indent + line)
                .collect(Collectors.joining("\n"))
                .stripLeading();
    }

    /** The lines of a part, a number at a time. */
    public static List<String> parts(int most, Content content) {
        List<String> lines = lines(content).lines().toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += most) {
            parts.add(String.join("\n", lines.subList(i, Math.min(i + most, lines.size()))));
        }
        return parts;
    }
}
