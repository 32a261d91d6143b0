package downhill.course.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** A stretch that stays on one line: a formula, the number that it is equal to, and the punctuation after it; or the thousands of a number. */
final class Joined extends CustomNode {
    private static final String PUNCTUATION = ".,;:?)";
    /** A number as authors write it, with commas between its thousands. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d,.])\\d{1,3}(,\\d{3})+(?![\\d,])");

    /** Joins what belongs together in a tree. Browsers break a line after a formula even before a full stop. */
    static Node in(Node tree) {
        Finder finder = new Finder();
        tree.accept(finder);
        finder.found.forEach(Joined::join);
        finder.texts.forEach(Joined::group);
        return tree;
    }

    private static final class Finder extends AbstractVisitor {
        private final List<Node> found = new ArrayList<>();
        private final List<Text> texts = new ArrayList<>();

        @Override
        public void visit(Text text) {
            texts.add(text);
        }

        @Override
        public void visit(CustomNode node) {
            if ((node instanceof Inlines.Formula formula && !formula.display) || node instanceof Inlines.Quantity) {
                found.add(node);
            }
        }
    }

    /** Writes the thousands of a text's numbers as figures do, with thin spaces, and keeps each number on one line. */
    private static void group(Text text) {
        Matcher matcher = THOUSANDS.matcher(text.getLiteral());
        if (!matcher.find()) {
            return;
        }
        Text rest = new Text(text.getLiteral().substring(matcher.end()));
        Joined number = new Joined();
        number.appendChild(new Text(matcher.group().replace(',', '\u202f')));
        text.insertAfter(rest);
        text.insertAfter(number);
        text.setLiteral(text.getLiteral().substring(0, matcher.start()));
        group(rest);
    }

    private static void join(Node node) {
        if (node.getParent() instanceof Joined) {
            return;
        }
        Joined joined = new Joined();
        node.insertBefore(joined);
        joined.appendChild(node);
        if (node instanceof Inlines.Formula formula
                && formula.tex.stripTrailing().endsWith("=")) {
            joined.takeNumber();
        }
        joined.takePunctuation();
        if (node.getNext() == null) {
            joined.insertBefore(node);
            joined.unlink();
        }
    }

    /** The number after "="; the sign brings its own space along. */
    private void takeNumber() {
        if (getNext() instanceof Text space
                && space.getLiteral().isBlank()
                && space.getNext() instanceof Inlines.Quantity number) {
            space.unlink();
            appendChild(number);
        }
    }

    private void takePunctuation() {
        if (getNext() instanceof Text text
                && PUNCTUATION.indexOf(text.getLiteral().charAt(0)) >= 0) {
            appendChild(new Text(text.getLiteral().substring(0, 1)));
            text.setLiteral(text.getLiteral().substring(1));
        }
    }
}
