package downhill.course.text;

import downhill.course.text.Inlines.Formula;
import downhill.course.text.Passage.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Checks the wording of a text: warns of sentences that are too long and of openings without a head, and lists the bold
 * words that are not glossary links, so that a scene can compare them with the labels of its controls.
 */
final class PlainWording {
    static final int MOST_WORDS = 30;

    /** The place of a formula or a number in a sentence; it counts as one word. */
    private static final String ONE_WORD = "\u25a1";

    private static final Pattern END = Pattern.compile("(?<=[.?!][\"”’')]?)\\s+(?=[\\p{Lu}\\d\"“(\u25a1])");
    private static final Pattern HEADLESS =
            Pattern.compile("[\"“(]?(What|Who|Which|Whether|Where|Such as|So many|So few|So much|So little)\\b.*");
    private static final Pattern CLAUSE = Pattern.compile("[\"“(]?(Whether|Where)\\b[^,]*,.*");
    private static final Pattern QUESTION = Pattern.compile(".*\\?.*");

    /** A whole number of five digits or more whose thousands nothing separates. */
    private static final Pattern UNGROUPED = Pattern.compile("(?<![\\d.,])\\d{5,}(?!\\.?\\d)");

    private final Place place;
    private final Mistakes mistakes;

    private PlainWording(Place place, Mistakes mistakes) {
        this.place = place;
        this.mistakes = mistakes;
    }

    /** Warns of what is wrong with the sentences of a tree whose lines are counted from a place. */
    static void check(Node tree, Place place, Mistakes mistakes) {
        tree.accept(new PlainWording(place, mistakes).new Blocks());
    }

    /** Warns of what is wrong with a heading, or with any other words on one line. */
    static void check(String line, Place place, Mistakes mistakes) {
        new PlainWording(place, mistakes).sentence(line, place);
    }

    /** The bold words of a tree that are not a glossary link, with their places. */
    static List<Bound> bold(Node tree, Place place) {
        List<Bound> found = new ArrayList<>();
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(StrongEmphasis strong) {
                if (!isTerm(strong.getParent()) && !isTerm(strong.getFirstChild())) {
                    found.add(new Bound(new Words(strong).text.toString().strip(), place.down(Prose.line(strong))));
                }
            }
        });
        return found;
    }

    private static boolean isTerm(Node node) {
        return node instanceof Link link && link.getDestination().startsWith("glossary:");
    }

    /** Each paragraph and each cell of a table is read by itself. */
    private final class Blocks extends AbstractVisitor {
        @Override
        public void visit(Paragraph paragraph) {
            sentences(new Words(paragraph));
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                sentences(new Words(node));
            } else {
                visitChildren(node);
            }
        }
    }

    /** The words of a block, with the line on which each part of them begins. */
    private static final class Words extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private final TreeMap<Integer, Integer> lines = new TreeMap<>();

        Words(Node block) {
            lines.put(0, Prose.line(block));
            visitChildren(block);
        }

        private void add(Node node, String more) {
            lines.put(text.length(), Prose.line(node));
            text.append(more);
        }

        int lineAt(int offset) {
            return lines.floorEntry(offset).getValue();
        }

        @Override
        public void visit(Text node) {
            add(node, node.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(ONE_WORD);
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(CustomNode node) {
            boolean one = node instanceof Formula || node instanceof Inlines.Quantity;
            if (one) {
                text.append(ONE_WORD);
            } else {
                visitChildren(node);
            }
        }
    }

    private void sentences(Words words) {
        int start = 0;
        for (String sentence : END.splitAsStream(words.text).toList()) {
            int at = words.text.indexOf(sentence, start);
            sentence(sentence.strip(), place.down(words.lineAt(at)));
            start = at + sentence.length();
        }
    }

    private void sentence(String sentence, Place here) {
        long words = sentence.isEmpty()
                ? 0
                : Pattern.compile("\\s+")
                        .splitAsStream(sentence)
                        .filter(word -> word.matches(".*[\\p{L}\\d\u25a1].*"))
                        .count();
        if (words > MOST_WORDS) {
            mistakes.warn(
                    here,
                    "this sentence has " + words + " words; " + MOST_WORDS + " are the most, so make two of it: "
                            + beginning(sentence));
        }
        UNGROUPED
                .matcher(sentence)
                .results()
                .forEach(number -> mistakes.warn(
                        here, "write " + number.group() + " with a comma before each three digits, as in 50,890"));
        if (HEADLESS.matcher(sentence).matches()
                && !CLAUSE.matcher(sentence).matches()
                && !QUESTION.matcher(sentence).matches()) {
            mistakes.warn(
                    here,
                    "\"" + beginning(sentence) + "\" opens like a question and is none; begin with the thing itself,"
                            + " as in \"The step that …\" or \"How a step …\"");
        }
    }

    private static String beginning(String sentence) {
        String[] words = sentence.split("\\s+", 7);
        return words.length < 7 ? sentence : String.join(" ", List.of(words).subList(0, 6)) + " …";
    }
}
