package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.json.RunSpecReader;
import downhill.json.form.BadInputException;
import downhill.net.Cost;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The controls lead to a specification, and a run's specification leads back to the controls that show it. */
class PlaygroundFormTest {
    private static final List<String> SETS =
            DataSets.all().stream().map(info -> info.name()).toList();

    @Test
    void everyDataSetGetsTheOutputAndTheCostThatFitIt() {
        assertThat(outcome("sine")).isEqualTo("[1, 4, 2, 1] identity half-squared-error");
        assertThat(outcome("plane")).isEqualTo("[2, 4, 2, 1] identity half-squared-error");
        assertThat(outcome("circle")).isEqualTo("[2, 4, 2, 1] sigmoid cross-entropy");
        assertThat(outcome("symmetry")).isEqualTo("[6, 4, 2, 1] sigmoid cross-entropy");
        assertThat(outcome("digits")).isEqualTo("[784, 4, 2, 10] softmax cross-entropy");
    }

    private static String outcome(String data) {
        RunSpec spec = form(Map.of("data", data)).spec();
        return spec.network().layers() + " "
                + spec.network().activations().getLast().name() + " "
                + spec.cost().name();
    }

    @Test
    void targetsOfMinusOneAndOneGetATanhOutput() {
        RunSpec spec = form(Map.of("targets", "minus1-1")).spec();
        assertThat(spec.network().activations().getLast().name()).isEqualTo("tanh");
        assertThat(spec.cost()).isEqualTo(new Cost.HalfSquaredError(0));
        assertThat(((DataSpec.BuiltIn) spec.data()).targets()).containsExactly(-1.0, 1.0);
    }

    @Test
    void penaltyDropoutAndFrozenBiasesAreParts() {
        RunSpec spec = form(Map.of("penalty", "l1", "penaltyRate", "0.01", "dropout", "0.2", "biases", "frozen"))
                .spec();
        assertThat(spec.regularization()).contains(new Regularization(Norm.L1, 0.01));
        assertThat(spec.dropout()).containsExactly(0.2, 0.2);
        assertThat(spec.frozen()).hasSize(1);
    }

    @Test
    void aSeedOfTheDataLeavesTheSeedOfTheWeights() {
        RunSpec spec = form(Map.of("seed", "3", "dataSeed", "8")).spec();
        assertThat(spec.seed()).isEqualTo(3);
        assertThat(((DataSpec.BuiltIn) spec.data()).seed()).isEqualTo(8);
    }

    @Test
    void theControlsOfARunLeadToTheSameRun() {
        Random random = new Random(17);
        for (int i = 0; i < 300; i++) {
            PlaygroundForm form = form(drawn(random));
            RunSpec spec = form.spec();
            PlaygroundForm shown = RunControls.of(spec, "view");
            assertThat(shown.spec()).as(form.query()).isEqualTo(spec);
            assertThat(RunControls.remarks(spec)).isEmpty();
        }
    }

    private static Map<String, String> drawn(Random random) {
        Map<String, String> values = new HashMap<>();
        String data = one(random, SETS);
        values.put("data", data);
        values.put("count", String.valueOf(20 + random.nextInt(100)));
        values.put("noise", "0." + random.nextInt(10));
        values.put("features", one(random, List.of("x-y", "x", "y-sinx", "x-y-x2-y2-xy-sinx-siny")));
        values.put("hidden", one(random, List.of("none", "3", "4-2", "5-5-5")));
        values.put("activation", one(random, List.of("tanh", "relu", "sigmoid", "identity", "leaky-relu")));
        if (values.get("hidden").equals("4-2")) {
            values.put("activation", one(random, List.of("tanh.relu", "sigmoid.tanh", "relu")));
        }
        values.put("init", one(random, List.of("automatic", "uniform", "he-normal", "zeros")));
        values.put("cost", one(random, List.of("automatic", "half-squared-error", "mean-squared-error")));
        values.put("optimizer", one(random, List.of("sgd", "rmsprop", "adagrad", "adam")));
        values.put("momentum", one(random, List.of("0", "0.9")));
        values.put("nesterov", one(random, List.of("true", "false")));
        values.put("beta1", one(random, List.of("0.9", "0.5")));
        values.put("penalty", one(random, List.of("none", "l1", "l2")));
        values.put("dropout", one(random, List.of("0", "0.25")));
        values.put("batchSize", one(random, List.of("0", "1", "30")));
        values.put("seed", String.valueOf(random.nextInt(1000)));
        values.put("dataSeed", one(random, List.of("automatic", "12")));
        return values;
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void aRunMadeOverTheInterfaceIsShownAsItIs() {
        RunSpec spec = read("""
                {"seed": 5, "data": {"name": "inline", "inputs": [[0, 1], [1, 0]], "targets": [[1, 0, 0], [0, 1, 0]]},
                 "network": {"layers": [2, 6, 3], "activations": ["leaky-relu", "softmax"]}, "cost": "cross-entropy"}""");
        PlaygroundForm shown = RunControls.of(spec, "view-of-it");
        assertThat(shown.value("data")).isEqualTo("given");
        assertThat(shown.value("of")).isEqualTo("view-of-it");
        assertThat(shown.value("hidden")).isEqualTo("6");
        assertThat(shown.value("activation")).isEqualTo("leaky-relu");
        assertThat(shown.with("hidden", "4").spec(Optional.of(spec)).network().layers())
                .containsExactly(2, 4, 3);
        assertThat(shown.query()).contains("of=view-of-it");
    }

    @Test
    void whatNoControlShowsIsSaid() {
        RunSpec spec = read("""
                {"data": {"name": "xor"}, "network": {"layers": [2, 1], "weights": [[[1, 2]]], "biases": [[0]]}}""");
        assertThat(RunControls.remarks(spec))
                .containsExactly("This run has settings that the controls do not show: starting weights of its own."
                        + " A new run begins without them.");
    }

    @Test
    void dataOfARunThatIsGoneAreRefused() {
        assertThatThrownBy(() -> form(Map.of("data", "given", "of", "gone")).spec())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no longer exists");
    }

    @Test
    void eachMistakeOfAnAddressIsNamedAndReplaced() throws InterruptedException {
        CheckedForm form = CheckedForm.of(form(Map.of("data", "gauss", "momentum", "2")), spec -> {}, Optional.empty());
        assertThat(form.form()).isEqualTo(PlaygroundForm.DEFAULT);
        assertThat(form.remarks()).hasSize(2);
        assertThat(form.remarks().get(1))
                .startsWith("The address asks for momentum=2, which is not possible.")
                .endsWith("The page shows momentum=0.");
    }

    @Test
    void namesThatMeanNothingAreSaid() {
        assertThat(AddressRemarks.of(java.util.Set.of("regularization", "hidden"), false))
                .containsExactly("The address holds “regularization”, which is no setting of the playground."
                        + " A penalty on the weights is set by penalty=l1 or penalty=l2.");
        assertThat(AddressRemarks.of(java.util.Set.of("run"), true)).hasSize(1);
    }

    private static RunSpec read(String json) {
        return RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PlaygroundForm form(Map<String, String> values) {
        return PlaygroundForm.read(name -> Optional.ofNullable(values.get(name)));
    }
}
