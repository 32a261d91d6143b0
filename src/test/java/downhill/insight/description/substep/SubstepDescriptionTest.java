package downhill.insight.description.substep;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.insight.description.Description;
import downhill.insight.description.Focus;
import downhill.insight.description.Runs;
import downhill.insight.description.StepDescriptions;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Describes one step of the published worked example: each sentence holds its published numbers, at its substep and not before. */
class SubstepDescriptionTest {
    private final Run mazur = Histories.of(Runs.MAZUR, 0).newest();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z 1 | Hidden neuron 1 adds up 0.150 times 0.0500 plus 0.200 times 0.100 and its bias 0.350: z is 0.3775.",
                "a 1 | Hidden neuron 1: sigmoid of z 0.378 is 0.593269992.",
                "z 2 1 | Output 1 adds up 0.400 times 0.593 plus 0.450 times 0.597 and its bias 0.600: z is 1.105905967.",
                "a 2 | Output 1: sigmoid of z 1.106 is 0.75136507.",
                "a 2 | Output 2: sigmoid of z 1.225 is 0.772928465.",
                "cost | The cost is 0.298371109.",
                "delta 2 | Output 1 answers 0.751 where 0.0100 was wanted: the cost’s slope there, 0.741, times the slope of its sigmoid, 0.187, is its delta, 0.138498562.",
                "gradient 2 | The weight from hidden neuron 1 to output 1: delta 0.138 times activation 0.593 is its gradient, 0.082167041. This example wants it smaller.",
                "delta 1 1 | Hidden neuron 1 gets back 0.400 times the delta 0.138 plus 0.500 times the delta −0.0381, together 0.0364, times the slope of its sigmoid, 0.241, is its delta, 0.008771355.",
                "gradient 1 | The weight from input 1 to hidden neuron 1: delta 0.00877 times activation 0.0500 is its gradient, 0.000438568. This example wants it smaller.",
                "mean | The batch has one example, so its gradients are the step’s.",
                "update 1 | The weight from input 1 to hidden neuron 1 goes from 0.150 to 0.149780716, by −0.000219: minus the learning rate 0.500 times its gradient 0.000439.",
                "update 2 2 | The weight from hidden neuron 1 to output 2 goes from 0.500 to 0.51130127, by +0.0113: minus the learning rate 0.500 times its gradient −0.0226.",
                "again 2 | Output 1 gave 0.75136507 and gives 0.742088111 now, 0.00928 less.",
                "new cost | The cost was 0.298371109 and is 0.291027774 now: it fell by 0.00734.",
            })
    void eachSubstepIsDescribedWithItsPublishedNumbers(String substep, String sentence) {
        assertThat(Runs.at(mazur, substep).sentences()).contains(sentence);
    }

    /** A step follows its own batch: the cost of all examples may rise. */
    @Test
    void theCostOfAllExamplesIsToldBesideThatOfTheBatch() {
        Run few = Histories.of(Runs.FEW, 0).newest();
        assertThat(Runs.at(few, "new cost").sentences())
                .contains("Over all training examples the cost was 0.139298249 and is now 0.143263287:"
                        + " it rose by 0.00397.");
        assertThat(Runs.at(mazur, "new cost").tables().getFirst().rows()).hasSize(3);
    }

    @Test
    void whatComesLaterIsNotKnownYet() {
        Description forward = Runs.at(mazur, "a 1 1");
        assertThat(forward.sentences().getFirst())
                .isEqualTo("Moment 2 of 15. Forward: the activations of the hidden layer, neuron 1 of 2.");
        assertThat(forward.tables().get(1).rows())
                .containsExactly(
                        List.of("hidden neuron 1", "0.3775", "0.593269992", "not yet"),
                        List.of("hidden neuron 2", "0.3925", "not yet", "not yet"),
                        List.of("output 1", "not yet", "not yet", "not yet"),
                        List.of("output 2", "not yet", "not yet", "not yet"));
        assertThat(Runs.row(Runs.at(mazur, "delta 2 1"), 1, 3))
                .containsExactly("output 2", "1.224921404", "0.772928465", "not yet");
        assertThat(Runs.at(mazur, "again 1").tables().get(1).rows())
                .contains(List.of("output 1", "1.105905967", "0.75136507", "0.138498562", "not yet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"z 1", "a 1", "z 2", "a 2"})
    void beforeTheCostNeitherItNorAnyDeltaIsInTheWords(String substep) {
        assertThat(Runs.at(mazur, substep).toString()).doesNotContain("0.298371109", "0.298", "0.138498562", "0.0821");
    }

    @Test
    void insideAStepTheStepAsAWholeIsNotTold() {
        Optional<Substep> z = Substep.named("z 1", List.of(2, 2, 2));
        List<String> described =
                StepDescriptions.of(mazur, 0, new Focus(z, Optional.empty(), Optional.empty())).stream()
                        .map(Description::of)
                        .toList();
        assertThat(described).startsWith("moment").doesNotContain("step", "network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "z", "z 0", "z 3", "z 1 0", "z 1 3", "cost 1", "new", "newcost", "delta 1 1 1", "z 9999999"})
    void aSubstepThatThisNetworkLacksIsNone(String name) {
        assertThat(Substep.named(name, List.of(2, 2, 2))).isEmpty();
    }

    @Test
    void anErrorInsideTheMarginIsSaidToCountAsNone() {
        Run run = Histories.of("""
                {"data": {"name": "inline", "inputs": [[0, 0]], "targets": [[0.9]]}, "network": {"layers": [2, 1],
                 "activations": ["sigmoid"], "weights": [[[0, 0]]], "biases": [[1.3862943611198906]]}, "costMargin": 0.2}""", 0).newest();
        Description delta = Runs.at(run, "delta 1");
        assertThat(delta.sentences())
                .contains(
                        "The output answers 0.800 where 0.900 was wanted: this is within the margin 0.200 of the target,"
                                + " so it counts as no error and the delta is 0.");
        assertThat(delta.tables().getFirst().rows()).containsExactly(List.of("the output", "0", "0.16", "0"));
    }

    @Test
    void factorsAreToldOnlyWhereTheyMakeTheNumber() {
        // Cross-entropy cancels the slope of the sigmoid: the delta is the difference alone.
        Run run = Histories.of("""
                {"data": {"name": "inline", "inputs": [[1, 0]], "targets": [[1]]}, "cost": "cross-entropy",
                 "network": {"layers": [2, 1], "activations": ["sigmoid"], "weights": [[[0, 0]]], "biases": [[0]]},
                 "optimizer": {"name": "adam"}}""", 0).newest();
        assertThat(Runs.at(run, "delta 1").sentences())
                .contains(
                        "The output answers 0.500 where 1 was wanted: with this cost the difference is its delta, −0.5.");
        assertThat(Runs.at(run, "update 1").sentences().get(1)).endsWith("what adam makes of its gradient −0.500.");
    }

    @Test
    void theTugOfWarTellsEachExamplesPullAndTheirMean() {
        // One linear unit at 0: each example's gradient is (0 - target) * input, -2 and 1; their mean is -0.5.
        Run run = Histories.of("""
                {"data": {"name": "inline", "inputs": [[1], [1]], "targets": [[2], [-1]]},
                 "network": {"layers": [1, 1], "activations": ["identity"], "weights": [[[0]]], "biases": [[0]]}}""", 0).newest();
        var focus = new Focus(Optional.empty(), Optional.of(new Weight(0, 0, 0)), Optional.empty());
        Description pulls = Runs.described(run, focus, "pulls");
        assertThat(pulls.sentences())
                .containsExactly(
                        "1 of the batch’s 2 examples want the weight from input 1 to the output larger, 1 smaller.",
                        "The mean of their gradients is −0.500, so together they want it larger.");
        assertThat(pulls.tables().getFirst().rows())
                .containsExactly(
                        List.of("example 1", "1", "−2", "+2"),
                        List.of("example 2", "1", "1", "−1"),
                        List.of("their mean", "", "−0.500", "+0.500"));
    }

    @Test
    void aNeuronIsToldForwardAndItsGradientsApartFromThat() {
        var focus = new Focus(Optional.empty(), Optional.empty(), Optional.of(new Focus.Neuron(1, 0)));
        Description forward = Runs.described(mazur, focus, "neuron");
        assertThat(forward.sentences()).contains("The slope of the curve there is 0.241.");
        assertThat(Runs.row(forward, 0, 1)).containsExactly("input 2", "0.100", "0.200", "0.0200");
        assertThat(forward.toString()).doesNotContain("delta", "gradient");
        assertThat(Runs.described(mazur, focus, "factors").sentences())
                .anyMatch(s -> s.endsWith("is its gradient, 0.000438568. This example wants it smaller."));
    }

    @Test
    void theWordsOfABiasSayThatItsGradientIsTheDelta() {
        var focus = new Focus(Optional.empty(), Optional.of(new Bias(1, 0)), Optional.empty());
        Description bias = Runs.described(mazur, focus, "weight");
        assertThat(bias.sentences().getFirst())
                .isEqualTo(
                        "The bias of output 1: its neuron’s delta is its gradient, 0.138498562. This example wants it smaller.");
        assertThat(bias.tables().getFirst().caption()).isEqualTo("The bias of output 1");
        assertThat(Runs.described(mazur, focus, "pulls").sentences().getFirst())
                .contains("the bias of output 1 smaller");
    }

    @Test
    void theWordsOfAWeightHoldItsEquation() {
        var focus = new Focus(Optional.empty(), Optional.of(new Weight(1, 0, 0)), Optional.empty());
        Description weight = Runs.described(mazur, focus, "weight");
        assertThat(weight.sentences()).contains("The step takes it from 0.400 to 0.35891648.");
        assertThat(weight.tables().getFirst().rows()).contains(List.of("gradient of the batch", "0.082167041"));
    }
}
