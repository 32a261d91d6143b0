package downhill.json;

import downhill.json.StageJson.Walker;
import downhill.json.form.Json;
import downhill.json.link.PageState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configuration of a stage: what it shows, and what the page allows there. Its JSON is the one attribute that a page gives
 * to its {@code <x-stage>}; the scripts' type of it is generated from the test resource {@code stage-config.json}.
 *
 * @param slice the slice of a run's cost that is shown, if there is one
 * @param scene the scene that the stage belongs to, in a lesson
 * @param domain the part of the plane on which examples of the learner's own lie, lowest and highest coordinate; else empty
 * @param inAddress whether the page's address names what is shown
 */
public record StageConfig(
        Source source, Optional<Slice> slice, Optional<SceneConfig> scene, List<Double> domain, boolean inAddress) {

    /** The origin of the pictures. */
    public sealed interface Source {}

    /**
     * A run, or the first frame of one that is not made yet.
     *
     * @param frames the address of the run's frames
     * @param preview the address of the first frame, where there is no run yet
     * @param own the address that makes a run of the learner's own, where others look at this one too
     * @param from the step after which the run is replayed
     * @param rate frames a second of the replay
     * @param branches the names of the branches in view, with dots between them
     * @param lent whether the frames are read by the view of someone's run, which the page's own browser goes on with and any other copies
     * @param link the state that the page's address carries, if it carries one
     */
    public record RunSource(
            Optional<String> frames,
            Optional<String> preview,
            Optional<String> own,
            OptionalInt from,
            OptionalDouble rate,
            String branches,
            boolean lent,
            Optional<Linked> link)
            implements Source {
        private static final RunSource NOTHING = new RunSource(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                "",
                false,
                Optional.empty());

        /** A run that may be changed: the address has its id. */
        public static RunSource of(String frames) {
            return NOTHING.at(frames, Optional.empty(), "", false);
        }

        /** A run whose view a page's address names, and its branches. */
        public static RunSource lent(String frames, String branches) {
            return NOTHING.at(frames, Optional.empty(), branches, true);
        }

        /** The first frame of a run that is not made yet. */
        public static RunSource preview(String address) {
            return new RunSource(
                    Optional.empty(),
                    Optional.of(address),
                    NOTHING.own,
                    NOTHING.from,
                    NOTHING.rate,
                    NOTHING.branches,
                    false,
                    Optional.empty());
        }

        /** The same on a page whose address carries a state: a browser that does not drive this run makes a copy of the state. */
        public RunSource with(Linked state) {
            return new RunSource(
                    frames, Optional.of(state.preview()), own, from, rate, branches, lent, Optional.of(state));
        }

        /** A run that others look at too. */
        public static RunSource shared(String frames, String own) {
            return NOTHING.at(frames, Optional.of(own), "", false);
        }

        private RunSource at(String address, Optional<String> making, String others, boolean isLent) {
            return new RunSource(Optional.of(address), preview, making, from, rate, others, isLent, link);
        }

        /** The same, shown from its first step on. */
        public RunSource replayed(OptionalDouble rate) {
            return new RunSource(frames, preview, own, OptionalInt.of(-1), rate, branches, lent, link);
        }
    }

    /**
     * The state in a page's address.
     *
     * @param preview the address of the first frame of its run
     * @param copies the address that makes its runs
     * @param state its text
     */
    public record Linked(String preview, String copies, String state, PageState page) {}

    /**
     * A recording of a run.
     *
     * @param runs the address that makes the run once more, for questions that the recording cannot answer
     */
    public record Recording(String address, String runs) implements Source {}

    /**
     * A hill with its walkers.
     *
     * @param steps how many steps a descent may take
     * @param length of a step by hand
     * @param fog the range of sight; without it,
     * everywhere
     * @param secant the widths at which rise over run is measured
     */
    public record HillSource(
            String address,
            List<Walker> walkers,
            int steps,
            List<String> arrows,
            double length,
            OptionalDouble fog,
            List<Double> secant)
            implements Source {}

    /** The computation graph of an expression. */
    public record GraphSource(String expression, Map<String, Double> values, boolean editable) implements Source {}

    /** A perceptron on four corners, trained at the address that the targets follow; it begins with {@code at} visits. The flags say what the learner may do. */
    public record PerceptronSource(
            String address,
            String targets,
            int at,
            OptionalDouble beside,
            boolean byHand,
            boolean recolour,
            boolean margin)
            implements Source {}

    /** Directions as the interface names them, and how wide the slice is. */
    public record Slice(String directions, double span) {}

    /**
     * A lesson's scene.
     *
     * @param key the same for scenes with the same figure: a scene that continues the one before keeps its stage if their keys agree
     * @param keep the name under which the browser keeps the learner's own state: scenes that continue one another share it
     * @param at the step with which the scene begins, if it says so
     * @param continues whether it goes on with the figure of the scene before
     * @param words those that were taught so far; empty for all
     * @param locked the controls that the scene takes away
     */
    public record SceneConfig(
            String key, String keep, OptionalInt at, boolean continues, List<String> words, List<String> locked) {}

    /** A stage that shows this and nothing else. */
    public static StageConfig of(Source source) {
        return new StageConfig(source, Optional.empty(), Optional.empty(), List.of(), false);
    }

    /** The same with a slice of the run's cost. */
    public StageConfig with(Slice shown) {
        return new StageConfig(source, Optional.of(shown), scene, domain, inAddress);
    }

    /** The same in a scene, whose key is made of all but the run and where the scene begins, and of the widgets that it shows. */
    public StageConfig in(SceneConfig lesson, List<String> widgets) {
        StageConfig unnamed = new StageConfig(source, slice, Optional.of(lesson), domain, inAddress);
        String key = Integer.toHexString(Objects.hash(unnamed.likeness(), widgets));
        SceneConfig named =
                new SceneConfig(key, lesson.keep(), lesson.at(), lesson.continues(), lesson.words(), lesson.locked());
        return new StageConfig(source, slice, Optional.of(named), domain, inAddress);
    }

    /** The same on a page whose address names what is shown. */
    public StageConfig addressed(List<Double> plane) {
        return new StageConfig(source, slice, scene, plane, true);
    }

    /** The part of the configuration that two scenes must have in common to share a stage. */
    private String likeness() {
        ObjectNode node = node();
        if (node.get("run") instanceof ObjectNode run) {
            run.remove("frames");
        }
        if (node.get("scene") instanceof ObjectNode shown) {
            shown.remove(List.of("key", "at", "continues"));
        }
        return Json.text(node);
    }

    /** The JSON for the stage's attribute. */
    public String json() {
        return Json.text(node());
    }

    private ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (source) {
            case RunSource run -> run(node.putObject("run"), run);
            case Recording r ->
                node.putObject("recording").put("address", r.address()).put("runs", r.runs());
            case HillSource hill -> hill(node.putObject("hill"), hill);
            case GraphSource graph -> {
                node.putObject("graph")
                        .put("expression", graph.expression())
                        .put("editable", graph.editable())
                        .set("values", StageJson.values(graph.values()));
            }
            case PerceptronSource p -> perceptron(node.putObject("perceptron"), p);
        }
        slice.ifPresent(
                s -> node.putObject("slice").put("directions", s.directions()).put("span", s.span()));
        scene.ifPresent(s -> scene(node.putObject("scene"), s));
        if (!domain.isEmpty()) {
            numbers(node.putArray("domain"), domain);
        }
        if (inAddress) {
            node.put("inAddress", true);
        }
        return node;
    }

    private static void run(ObjectNode node, RunSource run) {
        run.frames().ifPresent(address -> node.put("frames", address));
        run.preview().ifPresent(address -> node.put("preview", address));
        run.own().ifPresent(address -> node.put("own", address));
        run.from().ifPresent(step -> node.put("from", step));
        run.rate().ifPresent(rate -> node.put("rate", rate));
        if (!run.branches().isEmpty()) {
            node.put("branches", run.branches());
        }
        if (run.lent()) {
            node.put("lent", true);
        }
        run.link()
                .ifPresent(link -> node.putObject("link")
                        .put("copies", link.copies())
                        .put("state", link.state())
                        .set("page", link.page().json()));
    }

    private static void hill(ObjectNode node, HillSource hill) {
        node.put("address", hill.address());
        node.set("walkers", StageJson.walkers(hill.walkers()));
        node.put("steps", hill.steps()).put("length", hill.length());
        texts(node.putArray("arrows"), hill.arrows());
        hill.fog().ifPresent(radius -> node.put("fog", radius));
        if (!hill.secant().isEmpty()) {
            numbers(node.putArray("secant"), hill.secant());
        }
    }

    private static void perceptron(ObjectNode node, PerceptronSource perceptron) {
        node.put("address", perceptron.address())
                .put("targets", perceptron.targets())
                .put("at", perceptron.at());
        perceptron.beside().ifPresent(rate -> node.put("beside", rate));
        node.put("byHand", perceptron.byHand())
                .put("recolour", perceptron.recolour())
                .put("margin", perceptron.margin());
    }

    private static void scene(ObjectNode node, SceneConfig scene) {
        node.put("key", scene.key()).put("keep", scene.keep());
        scene.at().ifPresent(step -> node.put("at", step));
        node.put("continues", scene.continues());
        if (!scene.words().isEmpty()) {
            texts(node.putArray("words"), scene.words());
        }
        texts(node.putArray("locked"), scene.locked());
    }

    private static void numbers(ArrayNode list, List<Double> values) {
        values.forEach(list::add);
    }

    private static void texts(ArrayNode list, List<String> values) {
        values.forEach(list::add);
    }
}
