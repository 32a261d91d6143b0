package downhill.course.reading;

import downhill.autodiff.Graph;
import downhill.course.LessonRun;
import downhill.course.Stage;
import downhill.course.text.Mistakes;
import downhill.course.text.Passage;
import downhill.course.text.Place;
import downhill.descent.Hills;
import downhill.net.Shape;
import downhill.train.perceptron.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The numbers that a stage shows, by their paths: in a run's frame {@code deltas.1.0}, on a hill {@code slope.0}, in a graph {@code gradient.w}. */
public final class Quantities {
    private static final List<String> OF_RUN = List.of(
            "step", "epoch", "cost", "penalty", "testCost", "accuracy", "testAccuracy", "learningRate", "momentum");
    private static final List<String> OF_WEIGHTS = List.of("weights", "weightGradients", "weightUpdates");
    private static final List<String> OF_NEURONS = List.of(
            "biases",
            "biasGradients",
            "biasUpdates",
            "preActivations",
            "deltas",
            "activations",
            "target",
            "gradientLengths");
    private static final List<String> OF_HILL = List.of("number", "height", "rate");
    private static final List<String> OF_PLACE = List.of("position", "slope");
    private static final List<String> OF_GRAPH = List.of("value", "gradient");

    private static final List<String> OF_PERCEPTRON =
            List.of("step", "mistakes", "right", "w1", "w2", "bias", "x1", "x2", "target", "sum", "output");
    private static final List<String> OF_SEPARATION = List.of("radius", "margin");

    private static final String ANSWER = "answer";

    private final Set<String> names;
    private final Predicate<List<String>> exists;

    private Quantities(Set<String> names, Predicate<List<String>> exists) {
        this.names = names;
        this.exists = exists;
    }

    /** Those of a stage, whose run is one of these. */
    static Quantities of(Stage stage, Map<String, LessonRun> runs) {
        if (stage.equals(StageReader.EMPTY)) {
            return new Quantities(Set.of(), parts -> true);
        }
        return switch (stage) {
            case Stage.RunStage s -> ofRun(Optional.ofNullable(runs.get(s.run())));
            case Stage.LandscapeStage s -> ofRun(Optional.ofNullable(runs.get(s.run())));
            case Stage.HillStage s -> ofHill(s);
            case Stage.GraphStage s -> ofGraph(s);
            case Stage.PerceptronStage s -> ofPerceptron(s);
        };
    }

    /** These, and the numbers of these names that a check gives each learner. */
    Quantities and(Set<String> given) {
        if (given.isEmpty()) {
            return this;
        }
        Set<String> more = new TreeSet<>(names);
        more.add(Passage.GIVEN);
        return new Quantities(
                names.isEmpty() ? names : more,
                parts -> parts.getFirst().equals(Passage.GIVEN)
                        ? parts.size() == 2 && given.contains(parts.get(1))
                        : exists.test(parts));
    }

    /** These, and the right answer of the question. */
    Quantities withAnswer() {
        Set<String> more = new TreeSet<>(names);
        more.add(ANSWER);
        return new Quantities(
                names.isEmpty() ? names : more,
                parts -> parts.getFirst().equals(ANSWER) ? parts.size() == 1 : exists.test(parts));
    }

    private static Set<String> all(List<List<String>> lists) {
        Set<String> all = new TreeSet<>();
        lists.forEach(all::addAll);
        return all;
    }

    private static Quantities ofRun(Optional<LessonRun> run) {
        return new Quantities(
                all(List.of(OF_RUN, OF_WEIGHTS, OF_NEURONS)),
                parts -> run.isEmpty()
                        || isInRun(new Shape(run.get().spec().network().layers()), parts));
    }

    private static boolean isInRun(Shape shape, List<String> parts) {
        String name = parts.getFirst();
        List<Integer> at = indices(parts);
        if (OF_RUN.contains(name)) {
            return parts.size() == 1;
        }
        if (name.equals("target")) {
            return at.size() == 1 && at.get(0) < shape.outputs();
        }
        if (name.equals("gradientLengths")) {
            return at.size() == 1 && at.get(0) < shape.depth();
        }
        boolean activations = name.equals("activations");
        int size = OF_WEIGHTS.contains(name) ? 3 : 2;
        if (at.size() != size || at.get(0) >= shape.depth() + (activations ? 1 : 0)) {
            return false;
        }
        int l = at.get(0);
        return at.get(1) < shape.width(activations ? l : l + 1) && (size == 2 || at.get(2) < shape.width(l));
    }

    /** The whole numbers after the name; none if one is no whole number. */
    private static List<Integer> indices(List<String> parts) {
        List<Integer> indices = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            if (!part.matches("\\d{1,6}")) {
                return List.of();
            }
            indices.add(Integer.parseInt(part));
        }
        return indices;
    }

    private static Quantities ofHill(Stage.HillStage stage) {
        int dimensions =
                Hills.named(stage.hill()).map(info -> info.hill().dimensions()).orElse(2);
        return new Quantities(all(List.of(OF_HILL, OF_PLACE)), parts -> {
            List<Integer> at = indices(parts);
            return OF_HILL.contains(parts.getFirst()) ? parts.size() == 1 : at.size() == 1 && at.get(0) < dimensions;
        });
    }

    private static Quantities ofGraph(Stage.GraphStage stage) {
        Set<String> named = new TreeSet<>();
        Graph.of(stage.expression()).nodes().forEach(node -> node.name().ifPresent(named::add));
        return new Quantities(all(List.of(OF_GRAPH)), parts -> parts.size() == 2 && named.contains(parts.get(1)));
    }

    private static Quantities ofPerceptron(Stage.PerceptronStage stage) {
        boolean hasMargin = Separation.of(stage.corners()).isPresent() && !stage.recolour();
        return new Quantities(
                all(hasMargin ? List.of(OF_PERCEPTRON, OF_SEPARATION) : List.of(OF_PERCEPTRON)),
                parts -> parts.size() == 1);
    }

    /** Notes a path that leads nowhere. */
    void check(String path, Place place, Mistakes mistakes) {
        List<String> parts = List.of(path.split("\\."));
        if (!names.isEmpty() && !names.contains(parts.getFirst())) {
            mistakes.unknown(place, "quantity on this stage", parts.getFirst(), names);
        } else if (!exists.test(parts)) {
            mistakes.note(place, "there is no \"" + path + "\" on this stage" + form(parts.getFirst()));
        }
    }

    private static String form(String name) {
        if (OF_WEIGHTS.contains(name)) {
            return "; a weight is at " + name + ".l.j.k, from neuron k of layer l to neuron j of layer l+1";
        }
        if (name.equals("gradientLengths")) {
            return "; gradientLengths.l is of the weights into layer l+1";
        }
        if (OF_NEURONS.contains(name) && !name.equals("target")) {
            return name.equals("activations")
                    ? "; activations.l.j is of neuron j of layer l, and layer 0 is the input"
                    : "; " + name + ".l.j is of neuron j of layer l+1";
        }
        return "";
    }

    void check(Passage passage, Mistakes mistakes) {
        passage.bound().forEach(bound -> check(bound.path().replaceFirst("^start\\.", ""), bound.place(), mistakes));
    }
}
