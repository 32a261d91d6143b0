package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.json.StageConfig;
import downhill.math.Kernels;
import downhill.train.spec.RunSpec;
import downhill.train.step.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemedyTest {
    @Test
    void theSpiralIsLearnedWithTheRemedyAndNotWithoutIt() {
        assertThat(accuracyAfter(400, Map.of("data", "spiral"))).isLessThan(0.8);
        var helped =
                new HashMap<>(remedy(Map.of("data", "spiral")).orElseThrow().changes());
        helped.put("data", "spiral");
        assertThat(accuracyAfter(400, helped)).isGreaterThan(0.9);
    }

    @Test
    void aNetworkWithoutHiddenNeuronsIsOfferedSome() {
        assertThat(remedy(Map.of("hidden", "none")).orElseThrow().changes()).containsEntry("hidden", "8-6");
    }

    @Test
    void neuronsWithoutACurveAreOfferedOne() {
        assertThat(remedy(Map.of("activation", "identity")).orElseThrow().changes())
                .containsEntry("activation", "tanh");
    }

    @Test
    void nothingIsOfferedWhereNothingIsKnownToHelp() {
        assertThat(remedy(Map.of("hidden", "8-6"))).isEmpty();
    }

    @Test
    void aButtonSendsTheChangesAndPlays() {
        assertThat(new Remedy("", Map.of("hidden", "8-6")).values())
                .isEqualTo("{\"hidden\": \"8-6\", \"then\": \"play\"}");
    }

    private static double accuracyAfter(int steps, Map<String, String> controls) {
        RunSpec spec = form(controls).spec();
        Run run = Run.start(spec, DataSets.build((DataSpec.BuiltIn) spec.data(), 1), Kernels.best());
        for (int step = 0; step < steps; step++) {
            run.advance();
        }
        return run.evaluateTraining().accuracy().orElseThrow();
    }

    private static Optional<Remedy> remedy(Map<String, String> controls) {
        return new PlaygroundView(form(controls).values(), "", StageConfig.RunSource.preview(""), List.of(), List.of())
                .remedy();
    }

    private static PlaygroundForm form(Map<String, String> controls) {
        return PlaygroundForm.read(name -> Optional.ofNullable(controls.get(name)));
    }
}
