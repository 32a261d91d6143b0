package downhill.json.page;

import downhill.json.form.Json;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The answer to a site that asks how to show a figure in its own page (oEmbed 1.0). */
public final class EmbedJson {
    private EmbedJson() {}

    /**
     * The answer, whose HTML is a frame.
     *
     * @param address the figure's absolute address, without characters that HTML would have to escape
     * @param width in pixels
     * @param height in pixels
     */
    public static byte[] of(String site, String title, String address, int width, int height) {
        String frame = frame(address, title, String.valueOf(width), height);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("version", "1.0")
                .put("type", "rich")
                .put("provider_name", "Downhill")
                .put("provider_url", site + "/")
                .put("title", title)
                .put("html", frame)
                .put("width", width)
                .put("height", height);
        return Json.bytes(answer);
    }

    /**
     * The HTML of a frame, for a page to copy.
     *
     * @param width in pixels, or {@code 100%}
     * @param height in pixels
     */
    public static String frame(String address, String title, String width, int height) {
        return "<iframe src=\"" + escaped(address) + "\" title=\"" + escaped(title) + "\" width=\"" + width
                + "\" height=\"" + height + "\" loading=\"lazy\"></iframe>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
