package downhill.course.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML as trees in which every value knows its line. */
public final class Yaml {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private Yaml() {}

    /** The documents of a text that begins at a place; none, and a mistake noted, if it is not YAML. */
    public static List<YamlValue> documents(String text, Place first, Mistakes mistakes) {
        List<YamlValue> documents = new ArrayList<>();
        try {
            for (Node node : new Compose(SETTINGS).composeAllFromString(text)) {
                documents.add(new YamlValue(node, first, mistakes));
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine()).orElse(0);
            mistakes.note(first.down(line), "this is not YAML: " + e.getProblem() + hint(e.getProblem()));
        } catch (YamlEngineException e) {
            mistakes.note(first, "this is not YAML: " + e.getMessage());
        }
        return documents;
    }

    /** The one document of a text. */
    public static Optional<YamlValue> document(String text, Place first, Mistakes mistakes) {
        List<YamlValue> documents = documents(text, first, mistakes);
        if (documents.size() > 1) {
            mistakes.note(documents.get(1).place(), "one YAML document is expected here, not " + documents.size());
        }
        return documents.stream().findFirst();
    }

    private static String hint(String problem) {
        return problem.contains("mapping values are not allowed") || problem.contains("expected <block end>")
                ? "; a text with \": \" or \" #\" in it needs quotes"
                : "";
    }
}
