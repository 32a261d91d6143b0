package downhill.json.trial;

import downhill.insight.description.PerceptronDescription;
import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.NeuronTraining;
import downhill.train.perceptron.Perceptron;
import downhill.train.perceptron.PerceptronTraining;
import downhill.train.perceptron.PerceptronTraining.Visit;
import downhill.train.perceptron.Separation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The convergence procedure on four corners, and a perceptron's figure, to and from their JSON forms. */
public final class PerceptronJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_VISITS = 10_000;

    private PerceptronJson() {}

    /**
     * The figure that a learner sees.
     *
     * @param step the visits made so far
     * @param line the learner's own line, where it is placed by hand
     */
    public record Shown(Corners corners, int step, Optional<Perceptron> line) {}

    /** The figure in {@code {"targets": "0110", "step": 3}} or {@code {"targets": "0110", "line": [w1, w2, bias]}}. */
    public static Shown read(byte[] json) {
        return Json.read(json, m -> {
            Optional<Corners> corners = Corners.of(m.text("targets"));
            if (corners.isEmpty() && m.has("targets")) {
                m.problems().value(m.at("targets"), "Four targets are needed, each 0 or 1, for example \"0110\".");
            }
            int step = (int) m.whole("step", 0, 0, MOST_VISITS);
            Optional<Perceptron> line = m.has("line") ? line(m) : Optional.empty();
            m.refuseUnknown();
            return new Shown(corners.orElse(new Corners(List.of(0, 0, 0, 0))), step, line);
        });
    }

    private static Optional<Perceptron> line(Members m) {
        List<Double> numbers =
                m.array("line").stream().map((Value v) -> v.number(Range.ANY)).toList();
        if (numbers.size() != 3) {
            m.problems().value(m.at("line"), "A line is [w1, w2, bias].");
            return Optional.empty();
        }
        return Optional.of(new Perceptron(numbers.get(0), numbers.get(1), numbers.get(2)));
    }

    /** The whole training, with the neuron that gradient descent trains beside it, if there is one. */
    public static byte[] write(PerceptronTraining training, Optional<NeuronTraining> beside) {
        Corners corners = training.corners();
        ObjectNode node = NODES.objectNode().put("targets", corners.text());
        corners.name().ifPresent(name -> node.put("name", name));
        ArrayNode states = node.putArray("states");
        for (int n = 0; n <= training.visits().size(); n++) {
            Perceptron now = training.after(n);
            ObjectNode state = perceptron(states.addObject(), now)
                    .put("mistakes", training.mistakes(n))
                    .put("right", now.right(corners));
            state.set("words", words(PerceptronDescription.sentences(training, n)));
        }
        ArrayNode visits = node.putArray("visits");
        training.visits().forEach(visit -> visits.add(visit(visit)));
        training.cycle()
                .ifPresent(cycle ->
                        node.putObject("cycle").put("from", cycle.from()).put("to", cycle.to()));
        Separation.of(corners)
                .ifPresent(found -> perceptron(node.putObject("separation"), found.best())
                        .put("margin", found.margin())
                        .put("radius", found.radius())
                        .put("mostMistakes", found.mostMistakes()));
        beside.ifPresent(neuron -> {
            ArrayNode list = node.putArray("beside");
            neuron.states()
                    .forEach(state -> perceptron(list.addObject(), state.neuron())
                            .put("cost", state.cost())
                            .put("right", state.neuron().right(corners)));
        });
        return Json.bytes(node);
    }

    private static ObjectNode visit(Visit visit) {
        return NODES.objectNode()
                .put("corner", visit.corner())
                .put("sum", visit.sum())
                .put("output", visit.output())
                .put("wrong", visit.wrong());
    }

    private static ObjectNode perceptron(ObjectNode node, Perceptron perceptron) {
        return node.put("w1", perceptron.w1()).put("w2", perceptron.w2()).put("bias", perceptron.bias());
    }

    private static ArrayNode words(List<String> sentences) {
        ArrayNode list = NODES.arrayNode();
        sentences.forEach(list::add);
        return list;
    }
}
