package downhill.course.text;

import downhill.course.text.Inlines.Formula;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Lessons' Markdown as HTML: with formulas, numbers of the stage and links, without HTML of their own. */
public final class Prose {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(TABLES)
            .customInlineContentParserFactory(Inlines.formulas())
            .customInlineContentParserFactory(Inlines.numbers())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final Links links;
    private final Mistakes mistakes;

    public Prose(Links links, Mistakes mistakes) {
        this.links = links;
        this.mistakes = mistakes;
    }

    /** A text as a tree, with the lines of its parts. */
    public static Node tree(String markdown) {
        return PARSER.parse(markdown);
    }

    /** The line of a node, from 0. */
    public static int line(Node node) {
        return node.getSourceSpans().stream()
                .findFirst()
                .map(SourceSpan::getLineIndex)
                .orElseGet(() -> node.getParent() == null ? 0 : line(node.getParent()));
    }

    /** Checks the wording of a title. */
    public void title(String title, Place place) {
        PlainWording.check(title, place, mistakes);
    }

    /** A text that begins at a place. */
    public Passage passage(String markdown, Place place) {
        return passage(tree(markdown), place, false);
    }

    /** A text of one paragraph, whose HTML has no paragraph element. */
    public Passage line(String markdown, Place place) {
        Node tree = tree(markdown);
        if (tree.getFirstChild() != null && tree.getFirstChild().getNext() != null) {
            mistakes.note(place, "one paragraph is expected here");
        }
        return passage(tree, place, true);
    }

    /** A tree whose lines are counted from a place. */
    public Passage passage(Node tree, Place place, boolean bare) {
        List<Passage.Bound> bound = new ArrayList<>();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .softbreak(" ")
                .omitSingleParagraphP(bare)
                .nodeRendererFactory(context -> new ProseRenderer(context, place, links, mistakes, bound))
                .build();
        Counter counter = new Counter(place);
        tree.accept(counter);
        PlainWording.check(tree, place, mistakes);
        List<Passage.Bound> bold = PlainWording.bold(tree, place);
        return new Passage(renderer.render(Joined.in(tree)).strip(), counter.words, List.copyOf(bound), bold);
    }

    /** Counts words, and notes what a lesson must not have. */
    private final class Counter extends AbstractVisitor {
        private final Place place;
        private int words;

        Counter(Place place) {
            this.place = place;
        }

        @Override
        public void visit(Text text) {
            String stripped = text.getLiteral().strip();
            words += stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
        }

        @Override
        public void visit(Code code) {
            words++;
        }

        @Override
        public void visit(CustomNode node) {
            words += node instanceof Formula ? 1 : 0;
            visitChildren(node);
        }

        @Override
        public void visit(HtmlInline html) {
            refuse(html, html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            refuse(html, html.getLiteral().lines().findFirst().orElse(""));
        }

        @Override
        public void visit(Image image) {
            mistakes.note(place.down(line(image)), "a lesson has no images; its figure is the stage");
        }

        private void refuse(Node node, String text) {
            mistakes.note(place.down(line(node)), "a lesson has no HTML: " + text);
        }
    }
}
