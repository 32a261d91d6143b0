package downhill.course.text;

import downhill.course.text.Inlines.Formula;
import downhill.course.text.Passage.Bound;
import downhill.course.text.Tex.TexException;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Writes what lessons have beyond Markdown: formulas, numbers of the stage, links of their own kinds and icons. */
final class ProseRenderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final Place place;
    private final Links links;
    private final Mistakes mistakes;
    private final List<Bound> bound;

    ProseRenderer(HtmlNodeRendererContext context, Place place, Links links, Mistakes mistakes, List<Bound> bound) {
        this.context = context;
        this.place = place;
        this.links = links;
        this.mistakes = mistakes;
        this.bound = bound;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Formula.class, Inlines.Quantity.class, Joined.class, Link.class, StrongEmphasis.class);
    }

    @Override
    public void render(Node node) {
        Place here = place.down(Prose.line(node));
        switch (node) {
            case Formula formula -> context.getWriter().raw(formula(formula, here));
            case Inlines.Quantity number -> context.getWriter().raw(number(number.text, here));
            case Joined joined -> context.getWriter().raw("<span class=\"joined\">" + content(joined) + "</span>");
            case StrongEmphasis strong -> context.getWriter().raw(label(content(strong)));
            case Link link -> context.getWriter().raw(links.html(link.getDestination(), content(link), here));
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    private String formula(Formula formula, Place here) {
        try {
            return Tex.mathml(formula.tex, formula.display, text -> number(text, here));
        } catch (TexException e) {
            mistakes.note(here, e.problem());
            return "";
        }
    }

    private String number(String text, Place here) {
        Inlines.path(text)
                .ifPresentOrElse(
                        path -> bound.add(new Bound(path, here)),
                        () -> mistakes.note(
                                here, "\"{{" + text + "}}\" is no path into what the stage shows, as deltas.1.0 is"));
        return Inlines.element(text);
    }

    private static String label(String text) {
        return "<strong>" + Icon.of(text).map(Icon::inline).orElse("") + text + "</strong>";
    }

    private String content(Node parent) {
        StringBuilder out = new StringBuilder();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .nodeRendererFactory(inner -> new ProseRenderer(inner, place, links, mistakes, bound))
                .build();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            renderer.render(child, out);
        }
        return out.toString();
    }
}
