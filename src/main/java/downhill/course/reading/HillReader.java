package downhill.course.reading;

import downhill.course.Stage;
import downhill.course.Stage.HillStage;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a hill's stage, of a scene or of a widget's demo page. */
final class HillReader {
    private static final List<String> ARROWS = List.of("gradient", "downhill", "momentum");
    private static final int USUAL_STEPS = 60;

    private HillReader() {}

    /**
     * The stage in these fields; none for a hill that there is not.
     *
     * @param widgets the names of the widgets that it may show
     */
    static Optional<HillStage> read(Fields fields, List<String> widgets) {
        YamlValue name = fields.of("hill");
        Optional<HillInfo> info = Hills.named(name.text());
        if (info.isEmpty()) {
            name.mistakes()
                    .unknown(
                            name.place(),
                            "hill",
                            name.text(),
                            Hills.all().stream().map(HillInfo::name).toList());
        }
        List<String> show = StageReader.show(fields, widgets);
        OptionalDouble fog = fields.number("fog");
        List<Stage.Walker> walkers = new ArrayList<>();
        for (YamlValue walker : fields.list("walkers")) {
            info.ifPresent(i -> walkers.add(WalkerReader.walker(walker, i, walkers.size())));
        }
        if (walkers.isEmpty()) {
            info.ifPresent(i -> walkers.add(WalkerReader.standard(i)));
        }
        List<String> arrows = StageReader.names(fields, "arrows", "arrow", ARROWS);
        int steps = fields.value("steps")
                .map(v -> v.whole(1, StageReader.MOST_STEPS))
                .orElse(USUAL_STEPS);
        List<Double> secant = fields.has("secant") ? fields.numbers("secant") : List.of();
        if (secant.isEmpty() == show.contains("secant") || secant.stream().anyMatch(width -> !(width > 0))) {
            fields.mistakes()
                    .note(
                            fields.place(),
                            "the widget secant needs its widths, numbers above 0: secant: [1, 0.1, 0.01]");
        }
        return info.map(i -> new HillStage(i.name(), show, fog, List.copyOf(walkers), arrows, steps, secant));
    }
}
