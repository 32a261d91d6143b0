package downhill.web.lesson;

import downhill.course.Choices;
import downhill.json.RunSpecWriter;
import downhill.math.text.NumberText;
import downhill.net.Initializer;
import downhill.train.spec.RunSpec;
import java.util.List;

/** The settings with which a scene's run can be begun again, as its template needs them. */
public record ChoicesView(List<Option> activations, List<Option> initializers) {
    private static final int DIGITS = 4;

    /**
     * One setting.
     *
     * @param value as a specification has it
     * @param chosen whether the scene's run has it
     */
    public record Option(String value, String label, boolean chosen) {}

    static ChoicesView of(Choices choices, RunSpec spec) {
        return new ChoicesView(
                choices.activations().stream()
                        .map(a -> new Option(
                                a.name(),
                                a.label(),
                                a.equals(spec.network().activations().getFirst())))
                        .toList(),
                choices.initializers().stream()
                        .map(i -> new Option(
                                RunSpecWriter.text(i),
                                label(i),
                                i.equals(spec.network().initializer())))
                        .toList());
    }

    private static String label(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Uniform i -> "uniform, \u00b1" + NumberText.plain(i.range(), DIGITS);
            case Initializer.Normal i -> "normal, spread " + NumberText.plain(i.scale(), DIGITS);
            case Initializer.XavierUniform i -> "Xavier";
            case Initializer.XavierNormal i -> "Xavier, normal";
            case Initializer.HeUniform i -> "He, uniform";
            case Initializer.HeNormal i -> "He";
            case Initializer.Zeros i -> "all 0";
            case Initializer.Constant i -> "all " + NumberText.plain(i.value(), DIGITS);
            case Initializer.ByActivation i -> "usual";
        };
    }
}
