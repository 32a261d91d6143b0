package downhill.web.widget;

import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.descent.Optimizer;
import downhill.descent.UpdateRule;
import downhill.json.StageJson.Walker;
import downhill.web.lesson.HillView;
import java.util.List;
import java.util.OptionalDouble;

/** The hills on the demo pages of their widgets. */
public final class HillDemos {
    private static final int STEPS = 40;

    private HillDemos() {}

    /** The stages of a widget's page; none if it is no hill's. */
    static List<HillView> of(String widget) {
        return switch (widget) {
            case "profile" ->
                List.of(
                        view("fog", "double-well", 0.35, List.of("profile"), hand(0.5)),
                        view("descent", "parabola", 0, List.of("profile"), walker("Descent", 0.3, 2.5)));
            case "heights" ->
                List.of(view(
                        "race",
                        "parabola",
                        0,
                        List.of("profile", "heights"),
                        walker("Careful", 0.02, 2.5),
                        walker("Steady", 0.3, 2.5),
                        walker("Bold", 0.95, 2.5)));
            case "contour-map" ->
                List.of(
                        view("map", "bowl", 0.9, List.of("contour-map"), hand(2.0, 1.5)),
                        view(
                                "valley",
                                "elongated-valley",
                                0,
                                List.of("contour-map", "heights"),
                                walker("Plain", 0.12, -3.5, 1.0),
                                momentum("With momentum", 0.06, -3.5, 1.0)));
            case "surface" ->
                List.of(view(
                        "both",
                        "two-valleys",
                        0,
                        List.of("surface", "contour-map"),
                        walker("First", 0.1, 0.5, 1.3),
                        walker("Second", 0.1, 0.0, 1.3)));
            case "secant" ->
                List.of(new HillView(
                        "secant",
                        Hills.named("parabola").orElseThrow(),
                        List.of(hand(1.0)),
                        OptionalDouble.empty(),
                        List.of(),
                        STEPS,
                        List.of("profile", "secant"),
                        List.of(1.0, 0.5, 0.1, 0.01, 0.001),
                        true));
            default -> List.of();
        };
    }

    private static HillView view(String id, String hill, double fog, List<String> show, Walker... walkers) {
        HillInfo info = Hills.named(hill).orElseThrow();
        OptionalDouble sight = fog > 0 ? OptionalDouble.of(fog) : OptionalDouble.empty();
        return new HillView(
                id, info, List.of(walkers), sight, List.of("gradient", "momentum"), STEPS, show, List.of(), true);
    }

    private static Walker hand(Double... start) {
        return new Walker("You", List.of(start), Optimizer.sgd(0.1), true);
    }

    private static Walker momentum(String name, double rate, Double... start) {
        var rule = new UpdateRule.Sgd(0.8, false);
        return new Walker(name, List.of(start), new Optimizer(rule, rate, 0), false);
    }

    private static Walker walker(String name, double rate, Double... start) {
        return new Walker(name, List.of(start), Optimizer.sgd(rate), false);
    }
}
