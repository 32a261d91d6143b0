package downhill.json.link;

import downhill.json.RunSpecReader;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.train.spec.Problem;
import downhill.train.spec.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads the state in a link. A link may be old, cut or changed, so it is never refused as a whole where a part of it can be used: that part is
 * the state, and a sentence for the reader names each thing that was left out.
 */
public final class LinkReader {
    private LinkReader() {}

    /**
     * The valid part of a link's state.
     *
     * @param state nothing if no run can be made of it
     * @param said one sentence for each thing that is wrong with the link
     */
    public record Reading(Optional<LinkedState> state, List<String> said) {}

    /** The state in a text, as far as it is valid. */
    public static Reading read(String text) {
        var said = new Remarks();
        try {
            return new Reading(Optional.of(state(tree(LinkText.unpack(text)), said)), said.sentences());
        } catch (BadInputException e) {
            said.add(sentence(e));
            return new Reading(Optional.empty(), said.sentences());
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            JsonNode node = Json.tree(json);
            if (node.path("spec").isObject()) {
                return node;
            }
        } catch (BadInputException e) {
            // A reader of the page has no use for the line and column.
        }
        throw LinkText.damaged();
    }

    private static LinkedState state(JsonNode node, Remarks said) {
        RunSpec spec = spec(node.path("spec"));
        LinkBranches branches = LinkBranches.read(node.path("runs"), said);
        int front = branches.placeOf(node.path("front").intValue(0));
        int newest = branches.all().get(front).step();
        return new LinkedState(spec, branches.all(), front, new PageStateReader(spec, newest, said).read(node));
    }

    private static RunSpec spec(JsonNode node) {
        try {
            return RunSpecReader.read(Json.bytes(node));
        } catch (BadInputException e) {
            throw new BadInputException(e.kind(), "?state", "This link's settings cannot be used. " + sentence(e));
        }
    }

    /** The words of all problems, one after the other. */
    static String sentence(BadInputException e) {
        return e.problems().stream().map(Problem::detail).limit(3).collect(Collectors.joining(" "));
    }
}
