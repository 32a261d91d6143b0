package downhill.web.playground;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A teacher's options in the playground's address: {@code ?hide=presets.guide&lock=data&task=…}. They leave out what a class does not need, and are
 * no lock against somebody who changes the address.
 *
 * @param hide the names of the parts that the page leaves out
 * @param lock the names of the parts that show their values and cannot be used
 * @param task the task that the class has; empty if it has none
 * @param watched the view of the run that the page only shows; empty if its run may be changed
 */
public record ClassPlan(Set<String> hide, Set<String> lock, String task, String watched) {
    /** A plan that changes nothing. */
    static final ClassPlan NONE = new ClassPlan(Set.of(), Set.of(), "", "");

    /** The most characters of a task: about four lines. */
    public static final int MOST_TASK = 300;

    /** The parts that show a run's settings. A page that only shows a run locks them, and hides all others. */
    private static final Set<String> OF_THE_RUN =
            Set.of("data", "noise", "testShare", "batchSize", "features", "hidden", "activation", "learningRate");

    /**
     * A part of the page that a plan can hide or lock.
     *
     * @param name in addresses
     * @param label in the teacher's form
     */
    public record Part(String name, String label) {}

    /** Every part, in the order of the page. */
    public static final List<Part> PARTS = List.of(
            new Part("guide", "The guide’s hints"),
            new Part("presets", "Presets"),
            new Part("settings", "More settings"),
            new Part("take", "Take along"),
            new Part("share", "Copy link"),
            new Part("data", "Choice of the data"),
            new Part("table", "Use your own table"),
            new Part("noise", "Noise"),
            new Part("testShare", "Test share"),
            new Part("batchSize", "Batch"),
            new Part("newData", "New data"),
            new Part("features", "Inputs"),
            new Part("hidden", "Hidden layers and neurons"),
            new Part("activation", "Activation"),
            new Part("newWeights", "New weights"),
            new Part("points", "Change the points"),
            new Part("sketch", "Guess the curve first"),
            new Part("reset", "Begin again"),
            new Part("undo", "Undo and redo"),
            new Part("speed", "Steps per second"),
            new Part("learningRate", "Learning rate"),
            new Part("inside", "The views below the figure"));

    /** The plan in a query or a form. Names of no part stay out, and so does the end of a task that is too long. */
    static ClassPlan read(Function<String, Optional<String>> parameter) {
        String task = parameter.apply("task").map(String::strip).orElse("");
        return new ClassPlan(
                parts(names(parameter, "hide")),
                parts(names(parameter, "lock")),
                task.substring(0, Math.min(task.length(), MOST_TASK)),
                "");
    }

    /** Sentences on what of a plan in an address is not understood. */
    static List<String> remarks(Function<String, Optional<String>> parameter) {
        List<String> said = new ArrayList<>();
        for (String name : List.of("hide", "lock")) {
            names(parameter, name).stream()
                    .filter(part -> parts(List.of(part)).isEmpty())
                    .limit(2)
                    .forEach(part -> said.add("The address asks to " + name + " “" + brief(part)
                            + "”, which is no part of the playground."));
        }
        if (parameter.apply("task").map(String::strip).orElse("").length() > MOST_TASK) {
            said.add("The task in the address is longer than " + MOST_TASK + " characters, so its end was left out.");
        }
        return said;
    }

    private static List<String> names(Function<String, Optional<String>> parameter, String name) {
        String text = parameter.apply(name).orElse("");
        return text.isBlank() ? List.of() : List.of(text.strip().split("[.,\\s]+", -1));
    }

    private static Set<String> parts(List<String> names) {
        Set<String> known = new LinkedHashSet<>();
        PARTS.stream().map(Part::name).filter(names::contains).forEach(known::add);
        return known;
    }

    private static String brief(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    /** The plan of a page that shows a run live, and cannot change it. */
    ClassPlan watching(String view) {
        Set<String> away = new LinkedHashSet<>(hide);
        PARTS.stream()
                .map(Part::name)
                .filter(name -> !OF_THE_RUN.contains(name))
                .forEach(away::add);
        return new ClassPlan(away, OF_THE_RUN, task, view);
    }

    /** Tests whether the page only shows a run. */
    public boolean isWatching() {
        return !watched.isEmpty();
    }

    /** Tests whether the plan changes nothing. */
    public boolean isEmpty() {
        return hide.isEmpty() && lock.isEmpty() && task.isEmpty();
    }

    /** The names of the hidden parts, as an address has them. */
    public String hidden() {
        return String.join(".", hide);
    }

    /** The names of the locked parts, as an address has them. */
    public String locked() {
        return String.join(".", lock);
    }

    /** The plan as a part of an address; empty if it changes nothing. */
    String query() {
        List<String> parts = new ArrayList<>();
        put(parts, "hide", hidden());
        put(parts, "lock", locked());
        put(parts, "task", task);
        return String.join("&", parts);
    }

    private static void put(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
