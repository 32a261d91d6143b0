package downhill.course.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Parsers for the signs that lessons write inside a line beyond Markdown: formulas between dollars, and numbers of the stage between {{ and }}. */
final class Inlines {
    private static final Pattern VALUE = Pattern.compile("([A-Za-z][\\w.]*)(?::(\\d+))?");

    private Inlines() {}

    /** A formula, as it was written. */
    static final class Formula extends CustomNode {
        final String tex;
        final boolean display;

        Formula(String tex, boolean display) {
            this.tex = tex;
            this.display = display;
        }
    }

    /** A number that is the stage's own, as it was written: a path, and after a colon how many digits. */
    static final class Quantity extends CustomNode {
        final String text;

        Quantity(String text) {
            this.text = text;
        }
    }

    /** Parses what begins with a sign. */
    private record Factory(char sign, InlineContentParser parser) implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(sign);
        }

        @Override
        public InlineContentParser create() {
            return parser;
        }
    }

    static InlineContentParserFactory formulas() {
        return new Factory('$', state -> {
            Scanner scanner = state.scanner();
            scanner.next();
            boolean display = scanner.next('$');
            return upTo(scanner, display ? "$$" : "$")
                    .map(tex -> found(new Formula(tex, display), scanner))
                    .orElse(ParsedInline.none());
        });
    }

    static InlineContentParserFactory numbers() {
        return new Factory('{', state -> {
            Scanner scanner = state.scanner();
            scanner.next();
            if (!scanner.next('{')) {
                return ParsedInline.none();
            }
            return upTo(scanner, "}}")
                    .map(text -> found(new Quantity(text.strip()), scanner))
                    .orElse(ParsedInline.none());
        });
    }

    private static ParsedInline found(Node node, Scanner scanner) {
        return ParsedInline.of(node, scanner.position());
    }

    /** The text before an end; takes the end too. */
    private static Optional<String> upTo(Scanner scanner, String end) {
        Position start = scanner.position();
        while (scanner.find(end.charAt(0)) >= 0) {
            Position stop = scanner.position();
            if (scanner.next(end)) {
                return Optional.of(scanner.getSource(start, stop).getContent());
            }
            scanner.next();
        }
        return Optional.empty();
    }

    /** The path of a number's text, if it is one. */
    static Optional<String> path(String text) {
        Matcher matcher = VALUE.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The element that shows a number; one that a check supplies has no element of the stage, since no picture has it. */
    static String element(String text) {
        Matcher matcher = VALUE.matcher(text);
        if (!matcher.matches()) {
            return "";
        }
        if (matcher.group(1).startsWith(Passage.GIVEN + ".")) {
            return "<span data-given=\"" + matcher.group(1).substring(Passage.GIVEN.length() + 1) + "\">…</span>";
        }
        String digits = matcher.group(2) == null ? "" : " digits=\"" + matcher.group(2) + "\"";
        return "<x-value of=\"" + matcher.group(1) + "\"" + digits + "></x-value>";
    }
}
