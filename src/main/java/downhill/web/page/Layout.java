package downhill.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The values that every page's frame needs.
 *
 * @param title the page's own title
 * @param description one sentence for search results and link previews
 * @param base what every address of this app begins with: empty, or the place where it is mounted
 * @param assets what the address of a static file begins with, without a slash at the end
 * @param preloads the modules that every page needs, below {@code assets}
 * @param path the page's own path, to mark the current
 * page
 * @param figures the figures of each section of a description, as JSON: selectors by the section's name
 * @param libraries the versions of the libraries under {@code base/lib/name/version/}
 * @param terms links into the glossary that open in place
 * @param sharing the absolute addresses for search engines and link previews
 */
public record Layout(
        String title,
        String description,
        String base,
        String assets,
        List<String> preloads,
        String path,
        String figures,
        Map<String, String> libraries,
        TermLinks terms,
        Sharing sharing) {
    /** Tests whether the page is asked for as a frame of another page, without what is around the figure. */
    public boolean isEmbedded() {
        return Arrays.asList(sharing.query().split("&", -1)).contains("embed=1");
    }

    /** The version of the static files. */
    public String version() {
        return assets.substring(assets.lastIndexOf('/') + 1);
    }

    /** Tests whether the page is all about a figure, and no lesson: then its head offers presenter mode, as a lesson's figure does itself. */
    public boolean hasFigure() {
        return path.equals("/playground") || path.startsWith("/labs/") || path.startsWith("/widgets/");
    }
}
