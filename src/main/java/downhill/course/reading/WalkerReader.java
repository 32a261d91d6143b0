package downhill.course.reading;

import downhill.course.HillTrial;
import downhill.course.Stage.Walker;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import downhill.descent.HillInfo;
import downhill.descent.Optimizer;
import downhill.json.HillJson;
import downhill.json.form.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the walkers of a hill, and a descent that a solution makes. */
public final class WalkerReader {
    private static final List<String> NAMES = List.of("You", "Second", "Third", "Fourth");

    private WalkerReader() {}

    static Walker walker(YamlValue yaml, HillInfo info, int index) {
        Fields fields = yaml.fields();
        String name = fields.optionalText("name").orElse(NAMES.get(Integer.min(index, NAMES.size() - 1)));
        String by = fields.value("by")
                .map(v -> v.choice("way to walk", List.of("descent", "hand")))
                .orElse("descent");
        HillTrial trial = trial(fields, info, 1);
        fields.refuseUnknown();
        return new Walker(name, trial.start(), trial.optimizer(), by.equals("hand"));
    }

    static Walker standard(HillInfo info) {
        return new Walker(NAMES.getFirst(), info.start(), Optimizer.sgd(info.learningRate()), false);
    }

    /** A descent: {@code {start, rate, optimizer, momentum, steps}}; what is missing is the hill's own. */
    static HillTrial trial(Fields fields, HillInfo info, int steps) {
        String rule = fields.optionalText("optimizer").orElse("sgd");
        double rate = fields.number("rate").orElse(info.learningRate());
        StringBuilder optimizer = new StringBuilder("{\"name\":\"" + rule + "\",\"learningRate\":" + rate);
        fields.number("momentum")
                .ifPresent(m -> optimizer.append(",\"momentum\":").append(m));
        List<Double> start = fields.has("start") ? fields.numbers("start") : info.start();
        String json = "{\"start\":" + start + ",\"optimizer\":" + optimizer + "},\"steps\":" + steps + "}";
        try {
            var descent = HillJson.read(json.getBytes(StandardCharsets.UTF_8), info);
            return new HillTrial(descent.start(), descent.optimizer(), descent.steps());
        } catch (BadInputException e) {
            e.problems()
                    .forEach(p -> fields.mistakes()
                            .note(fields.place(), "this descent cannot be made: " + p.pointer() + ": " + p.detail()));
            return new HillTrial(info.start(), Optimizer.sgd(info.learningRate()), steps);
        }
    }
}
