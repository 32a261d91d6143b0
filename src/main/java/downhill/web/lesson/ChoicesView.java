package downhill.web.lesson;

import downhill.course.Choices;
import downhill.json.RunSpecWriter;
import downhill.train.spec.RunSpec;
import java.util.List;

/** The settings with which a scene's run can be begun again, as its template needs them. */
public record ChoicesView(List<Option> activations, List<Option> initializers) {
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
                                Choices.label(i),
                                i.equals(spec.network().initializer())))
                        .toList());
    }
}
