package downhill.json.page;

import downhill.json.form.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The file of a Jupyter notebook, nbformat 4.5. */
public final class NotebookJson {
    private final ObjectNode notebook = JsonNodeFactory.instance.objectNode();
    private final ArrayNode cells = notebook.putArray("cells");

    public NotebookJson() {
        ObjectNode metadata = notebook.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Python 3")
                .put("language", "python")
                .put("name", "python3");
        metadata.putObject("language_info").put("name", "python");
        notebook.put("nbformat", 4).put("nbformat_minor", 5);
    }

    /**
     * Adds a cell of Python or of words in Markdown.
     *
     * @param lines without their ends
     */
    public void add(boolean isCode, List<String> lines) {
        ObjectNode cell = cells.addObject();
        cell.put("id", "cell-" + cells.size()).put("cell_type", isCode ? "code" : "markdown");
        cell.putObject("metadata");
        ArrayNode source = cell.putArray("source");
        for (int i = 0; i < lines.size(); i++) {
            source.add(lines.get(i) + (i < lines.size() - 1 ? "\n" : ""));
        }
        if (isCode) {
            cell.putNull("execution_count");
            cell.putArray("outputs");
        }
    }

    /** The file, in UTF-8. */
    public byte[] bytes() {
        return Json.bytes(notebook);
    }
}
