package downhill.course.reading;

import downhill.course.Choices;
import downhill.course.Choices.Choice;
import downhill.course.LessonRun;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import downhill.json.NetworkSpecReader;
import downhill.json.form.BadInputException;
import downhill.net.Initializer;
import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the settings with which a learner may begin a run again. */
final class ChoicesReader {
    private ChoicesReader() {}

    /** The choices of a stage whose run is this one; each of them is tried once. */
    static Optional<Choices> choices(YamlValue value, Optional<LessonRun> run) {
        Fields fields = value.fields();
        List<Activation> activations = fields.list("activation").stream()
                .flatMap(ChoicesReader::activation)
                .toList();
        List<Initializer> initializers = fields.list("initializer").stream()
                .flatMap(ChoicesReader::initializer)
                .toList();
        fields.refuseUnknown();
        Choices choices = new Choices(activations, initializers);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        List<RunSpec> all = choices.all(run.get().spec());
        if (!all.contains(run.get().spec())) {
            value.refuse("the choices leave out the run's own activation and initializer");
        }
        return all.stream().allMatch(spec -> canStart(spec, run.get(), value))
                ? Optional.of(choices)
                : Optional.empty();
    }

    private static boolean canStart(RunSpec spec, LessonRun run, YamlValue value) {
        try {
            new LessonRun(spec, List.of(), run.data()).start();
            return true;
        } catch (RefusedException e) {
            value.refuse("a choice makes a run that cannot be: "
                    + e.problems().getFirst().detail());
            return false;
        }
    }

    /** One choice of a solution: {@code {activation: tanh, initializer: {name: zeros}}}, or one of the two. */
    static Choice choice(YamlValue value) {
        Fields fields = value.fields();
        Optional<Activation> activation =
                fields.value("activation").flatMap(v -> activation(v).findFirst());
        Optional<Initializer> initializer =
                fields.value("initializer").flatMap(v -> initializer(v).findFirst());
        fields.refuseUnknown();
        return new Choice(activation, initializer);
    }

    private static Stream<Activation> activation(YamlValue value) {
        return Activations.named(value.choice("activation", Activations.names())).stream();
    }

    private static Stream<Initializer> initializer(YamlValue value) {
        try {
            return Stream.of(NetworkSpecReader.initializer(value.json().getBytes(StandardCharsets.UTF_8)));
        } catch (BadInputException e) {
            e.problems().forEach(p -> value.at(p.pointer()).refuse("no initializer: " + p.detail()));
            return Stream.empty();
        }
    }
}
