package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.descent.rule.Hyperparameter;
import downhill.insight.diagnosis.Diagnosis;
import downhill.insight.diagnosis.Evidence;
import downhill.insight.diagnosis.Finding;
import downhill.insight.diagnosis.Measurement;
import downhill.insight.diagnosis.Past;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each trouble caused with the playground's controls over ten seeds, named by the diagnosis, and cured by the button's own
 * changes. At least nine of the ten cures must lead to a network that is good.
 */
class CuresTest {
    private static final int SEEDS = 10;
    private static final int CURED = 9;

    /** The steps at which the guide has looked by then, and the steps of training after the cure. */
    private static final int[] LOOKS = {100, 200, 300, 400, 600};

    private static final int TRAINING = 1000;

    /** The share of right answers of a good network. */
    private static final double GOOD = 0.95;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exploded           | learningRate=100
            oscillation        | learningRate=10
            dead-units         | activation=relu&learningRate=10
            dead-units         | activation=relu&learningRate=10&hidden=8-6
            dead-units         | activation=relu&hidden=2-2-2-2
            saturation         | optimizer=adam
            symmetry           | init=zeros
            symmetry           | init=constant
            slow               | learningRate=0.001
            slow               | learningRate=0.0001&optimizer=adam
            vanishing-gradient | activation=sigmoid&hidden=4-4-4-4-4
            no-hidden-layer    | hidden=none
            no-hidden-layer    | hidden=none&data=xor
            straight           | activation=identity
            too-small          | data=spiral
            plateau            | data=xor&activation=sigmoid&hidden=2&cost=half-squared-error
            plateau            | data=exclusive-or-cloud&activation=sigmoid&hidden=4&cost=half-squared-error&batchSize=0
            """)
    void aCauseIsNamedAndItsCureLeadsToAGoodNetwork(String trouble, String cause) {
        List<String> failures = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Map<String, String> controls = controls(cause, seed);
            History history = history(controls);
            Finding named = lookFor(history, trouble);
            assertThat(named.name()).as("seed %d", seed).isEqualTo(trouble);
            History cured = cured(controls, history);
            train(cured, TRAINING);
            Evidence end = evidence(cured);
            Finding after = Diagnosis.of(end);
            assertThat(after.name()).as("seed %d", seed).isNotEqualTo(trouble);
            if (end.scores().accuracy().orElseThrow() < GOOD) {
                failures.add(seed + ": " + after);
            }
        }
        assertThat(failures).hasSizeLessThanOrEqualTo(SEEDS - CURED);
    }

    @Test
    void aCureOfOneTroubleLeadsToTheNextOne() {
        Map<String, String> controls = controls("learningRate=1000&activation=identity", 1);
        History exploded = history(controls);
        assertThat(lookFor(exploded, "exploded").name()).isEqualTo("exploded");
        controls.putAll(remedy(controls, evidence(exploded)).orElseThrow().changes());
        History straight = history(controls);
        assertThat(lookFor(straight, "straight").name()).isEqualTo("straight");
        History good = cured(controls, straight);
        train(good, TRAINING);
        assertThat(Diagnosis.of(evidence(good)).name()).isEqualTo("learned");
    }

    @ParameterizedTest
    @CsvSource({
        "count=40&noise=0.8&testShare=0.5&hidden=8-6, 0.8",
        "data=spiral&count=60&testShare=0.5&hidden=8-6&features=x-y-sinx-siny, 0.8"
    })
    void moreExamplesCureOverfitting(String cause, double good) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Map<String, String> controls = controls(cause, seed);
            History history = history(controls);
            train(history, 1000);
            Evidence before = evidence(history);
            assertThat(Diagnosis.of(before).name()).as("seed %d", seed).isEqualTo("overfitting");
            History cured = cured(controls, history);
            train(cured, TRAINING);
            Evidence after = evidence(cured);
            assertThat(Diagnosis.of(after).name()).as("seed %d", seed).isNotEqualTo("overfitting");
            assertThat(after.scores().testCost().orElseThrow())
                    .isLessThan(0.7 * before.scores().testCost().orElseThrow());
            assertThat(after.scores().testAccuracy().orElseThrow()).isGreaterThan(good);
        }
    }

    @Test
    void whereThereAreNoMoreExamplesTheCureOfOverfittingGoesBackToTheBestStep() {
        Map<String, String> query =
                Map.of("finding", "overfitting", "rate", "0.3", "usualRate", "0.1", "bestStep", "310", "count", "1000");
        assertThat(CureRoutes.of(name -> Optional.ofNullable(query.get(name))))
                .hasValue(new Remedy("Go back to step 310", Remedy.Kind.STEP, Map.of("step", "310")));
    }

    @Test
    void aHighLearningRateIsLoweredTogetherWithTheActivation() {
        Map<String, String> query = Map.of(
                "finding", "dead-units", "rate", "10", "usualRate", "0.1", "hidden", "8-6", "activation", "relu");
        assertThat(CureRoutes.of(name -> Optional.ofNullable(query.get(name))))
                .hasValue(new Remedy(
                        "Use leaky-relu and a learning rate of 0.1",
                        Remedy.Kind.NEW_RUN,
                        Map.of("activation", "leaky-relu", "learningRate", "0.1")));
    }

    @Test
    void nothingIsOfferedWhereNothingIsKnownToHelp() {
        Map<String, String> query =
                Map.of("finding", "too-small", "rate", "0.3", "usualRate", "0.1", "hidden", "12-12");
        assertThat(CureRoutes.of(name -> Optional.ofNullable(query.get(name)))).isEmpty();
    }

    /** The finding at the first look at which the guide names the trouble, or at the last one. */
    private static Finding lookFor(History history, String trouble) {
        Finding found = new Finding.Learning();
        for (int look : LOOKS) {
            train(history, look - history.step());
            found = Diagnosis.of(evidence(history));
            if (found.name().equals(trouble)) {
                return found;
            }
        }
        return found;
    }

    /** The run that the cure's button leads to, by the query that the page sends. */
    private static History cured(Map<String, String> controls, History history) {
        Remedy remedy = remedy(controls, evidence(history)).orElseThrow();
        Map<String, String> changed = new HashMap<>(controls);
        changed.putAll(remedy.changes());
        return switch (remedy.kind()) {
            case NEW_RUN -> history(changed);
            case LIVE -> tweaked(history, remedy.changes());
            case STEP -> throw new AssertionError("a step back trains nothing");
        };
    }

    private static Optional<Remedy> remedy(Map<String, String> controls, Evidence evidence) {
        Map<String, String> query = new HashMap<>(controls);
        query.put("finding", Diagnosis.of(evidence).name());
        query.put("rate", String.valueOf(evidence.optimizer().learningRate()));
        query.put("usualRate", String.valueOf(evidence.usualRate()));
        return CureRoutes.of(name -> Optional.ofNullable(query.get(name)));
    }

    private static History tweaked(History history, Map<String, String> changes) {
        Map<Hyperparameter, Double> optimizer = new EnumMap<>(Hyperparameter.class);
        Stream.of(Hyperparameter.LEARNING_RATE, Hyperparameter.MOMENTUM)
                .filter(parameter -> changes.containsKey(parameter.key()))
                .forEach(parameter -> optimizer.put(parameter, Double.valueOf(changes.get(parameter.key()))));
        history.tweak(new Tweak(optimizer, Tweak.Batch.NONE, Optional.empty(), List.of(), List.of()));
        return history;
    }

    static Map<String, String> controls(String cause, int seed) {
        Map<String, String> controls = new HashMap<>(Map.of("seed", String.valueOf(seed)));
        for (String control : cause.split("&", -1)) {
            String[] parts = control.split("=", -1);
            controls.put(parts[0], parts[1]);
        }
        return controls;
    }

    static History history(Map<String, String> controls) {
        RunSpec spec = PlaygroundForm.read(name -> Optional.ofNullable(controls.get(name)))
                .spec();
        return new History(spec, DataSets.build((DataSpec.BuiltIn) spec.data(), 1));
    }

    static void train(History history, int steps) {
        int target = history.step() + steps;
        while (history.step() < target && history.newest().divergence().isEmpty()) {
            history.advance();
        }
    }

    static Evidence evidence(History history) {
        return Measurement.of(Past.of(history, history.step()), () -> {});
    }
}
