package downhill.insight.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.train.history.History;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ordinary runs, ten seeds of each, in which no trouble of the numbers may be found at any time. */
class HealthyRunsTest {
    private static final int SEEDS = 10;
    private static final int[] TIMES = {0, 1, 10, 30, 100, 300, 600};

    /** The findings that an ordinary run may have: some need more than these steps, a spiral needs more neurons. */
    private static final Set<String> ORDINARY = Set.of("learning", "learned", "too-small", "plateau");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            circle             | tanh       | 4, 2 | sgd  | 0.3
            exclusive-or-cloud | tanh       | 4, 2 | sgd  | 0.3
            gaussians          | tanh       | 4, 2 | sgd  | 0.3
            moons              | tanh       | 4, 2 | sgd  | 0.3
            spiral             | tanh       | 4, 2 | sgd  | 0.3
            xor                | tanh       | 4, 2 | sgd  | 0.3
            and                | tanh       | 4, 2 | sgd  | 0.3
            or                 | tanh       | 4, 2 | sgd  | 0.3
            circle             | relu       | 8, 6 | sgd  | 0.3
            moons              | relu       | 4    | sgd  | 0.3
            circle             | leaky-relu | 8, 6 | sgd  | 0.1
            circle             | sigmoid    | 4, 2 | sgd  | 0.3
            circle             | tanh       | 4, 2 | adam | 0.01
            """)
    void noTroubleIsFoundInAHealthyRun(String data, String activation, String hidden, String optimizer, double rate) {
        Set<String> found = new TreeSet<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            History history = Histories.of(spec(seed, data, activation, hidden, optimizer, rate), 0);
            for (int time : TIMES) {
                while (history.step() < time) {
                    history.advance();
                }
                found.add(Diagnosed.of(history).name());
            }
        }
        assertThat(ORDINARY).containsAll(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sine  | 1 | 8 | 0.03
            plane | 2 | 4 | 0.1
            """)
    void noTroubleIsFoundWhereTheTargetsAreNumbers(String data, int inputs, int hidden, double rate) {
        Set<String> found = new TreeSet<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            History history = Histories.of("""
                    {"seed": %d, "data": {"name": "%s"}, "network": {"layers": [%d, %d, 1], "activations": ["tanh", "identity"]},
                     "optimizer": {"learningRate": %s}, "batch": {"size": 10, "shuffle": true}}""".formatted(seed, data, inputs, hidden, rate), 0);
            for (int time : TIMES) {
                while (history.step() < time) {
                    history.advance();
                }
                found.add(Diagnosed.of(history).name());
            }
        }
        assertThat(ORDINARY).containsAll(found);
    }

    @Test
    void aNetworkWithoutAHiddenLayerIsNamedWhereTheTargetsAreNumbersToo() {
        History history = Histories.of("""
                {"data": {"name": "sine"}, "network": {"layers": [1, 1], "activations": ["identity"]},
                 "optimizer": {"learningRate": 0.05}}""", 0);
        while (history.step() < 600) {
            history.advance();
        }
        Finding found = Diagnosed.of(history);
        assertThat(found.name()).isEqualTo("no-hidden-layer");
        assertThat(FindingWords.of(found, 0))
                .isEqualTo("Without a hidden layer the network only weighs its inputs and adds them up.");
    }

    private static String spec(int seed, String data, String activation, String hidden, String optimizer, double rate) {
        String activations = ("\"" + activation + "\", ").repeat(hidden.split(",").length);
        String testShare = data.length() < 4 ? "" : ", \"count\": 200, \"noise\": 0.1, \"testShare\": 0.3";
        return """
                {"seed": %d, "data": {"name": "%s"%s}, "network": {"layers": [2, %s, 1], "activations": [%s"sigmoid"]},
                 "cost": "cross-entropy", "optimizer": {"name": "%s", "learningRate": %s}, "batch": {"size": 10, "shuffle": true}}""".formatted(seed, data, testShare, hidden, activations, optimizer, rate);
    }
}
