package downhill.web.classroom;

import downhill.classroom.AgendaItem;
import downhill.classroom.Classroom;
import downhill.classroom.Descent;
import downhill.course.Scene;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.RunStage;
import downhill.math.text.NumberText;
import java.util.Comparator;
import java.util.List;

/**
 * The descents of a class in a scene, as pages show them.
 *
 * @param item the scene's place in the class
 * @param learners how many the class has
 */
public record DescentView(AgendaItem item, Scene scene, List<Descent> descents, DescentPicture picture, int learners) {
    private static final int DIGITS = 3;

    /** Tests whether a scene has a figure on which learners go down. */
    static boolean isFor(AgendaItem item) {
        return item.shown().filter(at -> isFor(at.scene())).isPresent();
    }

    private static boolean isFor(Scene scene) {
        return scene.stage() instanceof HillStage
                || scene.stage() instanceof RunStage
                || scene.stage() instanceof LandscapeStage;
    }

    /** The number of learners of a class who have begun a descent in a scene. */
    static long count(AgendaItem item, Classroom room) {
        return room.learners().stream()
                .filter(learner -> learner.traces().containsKey(item.number()))
                .count();
    }

    /** The name of the picture among the questions that a teacher reveals. */
    public String id() {
        return Classroom.descentsIn(item.number());
    }

    /** The place of the scene in the class, in words. */
    public String place() {
        return (item.inList() ? "item " : "scene ") + item.number();
    }

    /** Tests whether the learners go down a hill, not the cost of a network. */
    public boolean isHill() {
        return scene.stage() instanceof HillStage;
    }

    /** The name of what the curves show. */
    public String quantity() {
        return isHill() ? "height" : "cost";
    }

    /** The number of descents, in words. */
    public String count() {
        String begun = isHill() ? "moved a walker" : "begun a run of their own";
        return descents.size() + " of " + learners + (learners == 1 ? " learner has " : " learners have ") + begun;
    }

    /** The newest place of the descents in a sentence or two. */
    public String words() {
        List<Descent> sorted = descents.stream()
                .filter(one -> !one.costs().isEmpty())
                .sorted(Comparator.comparingDouble(DescentView::newest))
                .toList();
        if (sorted.isEmpty()) {
            return "Nobody has begun yet.";
        }
        Descent middle = sorted.get(sorted.size() / 2);
        String lowest = shown(newest(sorted.getFirst()));
        return sorted.size() == 1
                ? "The " + quantity() + " is " + lowest + " after " + steps(middle) + "."
                : "The lowest " + quantity() + " is " + lowest + ", the middle one " + shown(newest(middle)) + " after "
                        + steps(middle) + ".";
    }

    private static String steps(Descent descent) {
        return descent.step() + (descent.step() == 1 ? " step" : " steps");
    }

    private static double newest(Descent descent) {
        return descent.costs().getLast().cost();
    }

    private static String shown(double x) {
        return NumberText.plain(x, DIGITS);
    }

    /** The newest cost or height of a learner, in digits. */
    public String newestOf(Descent descent) {
        return descent.costs().isEmpty() ? "" : shown(newest(descent));
    }

    /** The words below the chart, on the curves that are not of all examples. */
    public String curveWords() {
        long several = descents.stream().filter(Descent::batches).count();
        return several == 0
                ? ""
                : several + (several == 1 ? " curve shows" : " curves show")
                        + " the cost of each step’s batch, the others the cost of all examples.";
    }

    /** The words below the map. */
    public String mapWords() {
        String ground = scene.stage() instanceof HillStage
                ? "Each dot is a learner’s walker, with its path from the start."
                : "Each dot is a learner’s network, with its path from the start. The map is a slice of the cost."
                        + seen();
        long others = picture.ground().isEmpty()
                ? 0
                : descents.size() - picture.walkers().size();
        return ground
                + people(picture.beyond(), " of them is", " of them are", " beyond the edge.")
                + people(
                        others,
                        " learner has",
                        " learners have",
                        " a network of another size, which has no place on this map.");
    }

    private static String people(long count, String one, String several, String rest) {
        return count == 0 ? "" : " " + count + (count == 1 ? one : several) + rest;
    }

    /** The share of the way that the slice shows of the walker in the middle. */
    private String seen() {
        double[] shares = descents.stream()
                .flatMapToDouble(one -> one.shown().stream())
                .sorted()
                .toArray();
        return shares.length == 0
                ? ""
                : " It shows " + Math.round(100 * shares[shares.length / 2])
                        + "% of the distance that the middle network moved.";
    }
}
