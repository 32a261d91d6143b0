package downhill.json.link;

import downhill.json.link.PageState.Selected;
import downhill.train.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads what a link's page shows of its run: things that do not exist there are left out. */
final class PageStateReader {
    /** The most parts of the page that a link opens. */
    private static final int MOST_OPEN = 20;

    private static final Pattern ID = Pattern.compile("[a-z][a-z-]{0,40}");

    private final List<Integer> layers;
    private final int newest;
    private final Remarks said;

    /**
     * The reader of one link.
     *
     * @param newest the newest step of the shown branch
     */
    PageStateReader(RunSpec spec, int newest, Remarks said) {
        this.layers = spec.network().layers();
        this.newest = newest;
        this.said = said;
    }

    PageState read(JsonNode node) {
        return new PageState(
                whole(
                        node,
                        "shown",
                        newest,
                        "The step that this link shows is not among the steps of its run, so the newest is shown."),
                whole(
                        node,
                        "example",
                        Integer.MAX_VALUE,
                        "The example that this link shows does not exist, so another is shown."),
                selected(node.path("selected")),
                open(node.path("open")),
                PageState.SCALES.contains(node.path("scale").stringValue(""))
                        ? node.path("scale").stringValue("")
                        : "even");
    }

    private OptionalInt whole(JsonNode node, String name, int most, String otherwise) {
        JsonNode number = node.path(name);
        if (number.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (number.isIntegralNumber()
                && number.canConvertToInt()
                && number.intValue() >= 0
                && number.intValue() <= most) {
            return OptionalInt.of(number.intValue());
        }
        said.add(otherwise);
        return OptionalInt.empty();
    }

    private Optional<Selected> selected(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        List<Integer> at = new ArrayList<>();
        node.path("at")
                .forEach(index -> at.add(index.isIntegralNumber() && index.canConvertToInt() ? index.intValue() : -1));
        String kind = node.path("kind").stringValue("");
        if (exists(kind, at)) {
            return Optional.of(new Selected(kind, List.copyOf(at)));
        }
        said.add("The part of the network that this link selects does not exist, so nothing is selected.");
        return Optional.empty();
    }

    /** Tests whether the network has this part. */
    private boolean exists(String kind, List<Integer> at) {
        return switch (kind) {
            case "neuron" -> at.size() == 2 && isNeuron(at.get(0), at.get(1));
            case "bias" -> at.size() == 2 && isWeightLayer(at.get(0)) && isNeuron(at.get(0) + 1, at.get(1));
            case "weight" ->
                at.size() == 3
                        && isWeightLayer(at.get(0))
                        && isNeuron(at.get(0) + 1, at.get(1))
                        && isNeuron(at.get(0), at.get(2));
            default -> false;
        };
    }

    private boolean isWeightLayer(int l) {
        return l >= 0 && l < layers.size() - 1;
    }

    private boolean isNeuron(int layer, int j) {
        return layer >= 0 && layer < layers.size() && j >= 0 && j < layers.get(layer);
    }

    /** The ids of opened parts; the page opens those that it has. */
    private static List<String> open(JsonNode list) {
        List<String> open = new ArrayList<>();
        for (JsonNode id : list) {
            if (open.size() < MOST_OPEN && ID.matcher(id.stringValue("")).matches()) {
                open.add(id.stringValue(""));
            }
        }
        return List.copyOf(open);
    }
}
