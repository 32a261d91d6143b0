package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.diagnosis.Diagnosis;
import downhill.train.history.History;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A preset's network does what its name says. */
class PresetTest {
    private static final int[] LOOKS = {100, 300, 1000, 3000};

    static List<Preset> all() {
        return Preset.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theNetworkDoesWhatTheNameSays(Preset preset) {
        History history = CuresTest.history(CuresTest.controls(preset.query(), 1));
        String found = "";
        for (int look : LOOKS) {
            CuresTest.train(history, look - history.step());
            found = Diagnosis.of(CuresTest.evidence(history)).name();
            if (found.equals(preset.finding())) {
                return;
            }
        }
        assertThat(found).isEqualTo(preset.finding());
    }
}
