package downhill.train.step;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.json.RunSpecReader;
import downhill.math.Kernels;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepPhasesTest {
    private static Run run(String optimizer) {
        RunSpec spec = RunSpecReader.read("""
                {"data": {"name": "digits", "count": 40, "testShare": 0}, "network": {"layers": [784, 5, 10], "activations": ["relu", "softmax"]},
                 "cost": "cross-entropy", "batch": {"size": 8}, "optimizer": %s}""".formatted(optimizer).getBytes(StandardCharsets.UTF_8));
        return Run.start(spec, DataSets.build((DataSpec.BuiltIn) spec.data(), 10), Kernels.best());
    }

    /** Step 0, when no rule remembers anything yet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"sgd\", \"learningRate\": 0.1}",
                "{\"name\": \"sgd\", \"learningRate\": 0.1, \"momentum\": 0.9}",
                "{\"name\": \"adam\", \"learningRate\": 0.01}"
            })
    void theThreePartsTogetherAreAStepOfTheRun(String optimizer) {
        Run run = run(optimizer);
        StepPhases phases = run.phases();
        assertThat(phases.examples()).isEqualTo(8);
        phases.forward();
        phases.backward();
        phases.update();
        run.advance();
        assertThat(phases.parameters()).isEqualTo(run.network().parameters().values());
    }
}
