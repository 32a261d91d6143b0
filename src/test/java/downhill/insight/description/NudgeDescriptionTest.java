package downhill.insight.description;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.insight.Nudge;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.step.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One weight of the published worked example moved: its w5, whose gradient is 0.0821670405642308 and the cost 0.2983711087600027. */
class NudgeDescriptionTest {
    private static final Weight W5 = new Weight(1, 0, 0);

    private final Run run = Histories.of(Runs.MAZUR, 0).newest();

    @Test
    void aProofTellsTheCostsTheQuotientsAndTheDigitsThatAgree() {
        Description proof = ProofDescription.of(run, W5, 1e-4);
        assertThat(proof.sentences().getFirst())
                .startsWith("At step 0 the weight from hidden neuron 1 to output 1 is moved by 0.000100 to both sides")
                .contains("the cost’s quotient is 0.0821670")
                .contains("backpropagation’s gradient 0.08216704056.");
        assertThat(Runs.row(proof, 0, 1)).containsExactly("cost as it is", "0.2983711087600027");
        assertThat(Runs.row(proof, 0, 5)).containsExactly("backpropagation", "0.08216704056");
        assertThat(proof.sentences().get(1)).matches("The first ([6-9]|10) digits of both agree\\.");
    }

    /** The published gradient of the first output's bias, which is its delta: 0.1384985616285570. */
    @Test
    void aBiasIsProvedAndWiggledToo() {
        Description proof = ProofDescription.of(run, new Bias(1, 0), 1e-4);
        assertThat(proof.sentences().getFirst())
                .startsWith("At step 0 the bias of output 1 is moved by 0.000100 to both sides")
                .contains("backpropagation’s gradient 0.1384985616.");
        assertThat(proof.sentences().get(1)).matches("The first ([6-9]|10) digits of both agree\\.");
        Description wiggle = WiggleDescription.of(run, new Bias(1, 0), -0.4, 0.4);
        assertThat(wiggle.sentences().getFirst())
                .startsWith("The bias of output 1 is 0.600 at step 0; changed by −0.400 to +0.400");
    }

    @Test
    void digitsAgreeFromTheFirstOneOn() {
        assertThat(ProofDescription.agreeing(0.12345, 0.12349)).isEqualTo(4);
        assertThat(ProofDescription.agreeing(-5.000166947e-10, -4.999999990e-10))
                .isEqualTo(4);
        assertThat(ProofDescription.agreeing(0.12345, -0.12345)).isZero();
        assertThat(ProofDescription.agreeing(0.12345, 0.012345)).isZero();
        assertThat(ProofDescription.agreeing(0, 0.5)).isZero();
    }

    @Test
    void aWiggleTellsTheCostAsMeasuredAndAsTheSlopePredicts() {
        Description wiggle = WiggleDescription.of(run, W5, -0.4, 0.4);
        List<List<String>> rows = wiggle.tables().getFirst().rows();
        assertThat(rows).hasSize(9);
        assertThat(rows.get(4)).containsExactly("as it is", "0.298", "0.298");
        assertThat(rows.get(8).getFirst()).isEqualTo("+0.400");
        double above = Nudge.of(run, W5, 0.4).plus();
        assertThat(rows.get(8).get(1)).isEqualTo(SpokenNumbers.of(above));
        assertThat(rows.get(8).get(2)).isEqualTo(SpokenNumbers.of(0.2983711087600027 + 0.4 * 0.0821670405642308));
        assertThat(wiggle.sentences().getFirst()).contains("changed by −0.400 to +0.400");
    }

    @Test
    void whatIsBeyondAllNumbersIsSaidToBeSo() {
        Run far = Histories.of("""
                {"data": {"name": "inline", "inputs": [[1, 1]], "targets": [[0]]},
                 "network": {"layers": [2, 1], "activations": ["identity"], "weights": [[[1e154, 1e150]]], "biases": [[0]]}}""", 0).newest();
        Description wiggle = WiggleDescription.of(far, new Weight(0, 0, 0), 0, 1e155);
        assertThat(wiggle.tables().getFirst().rows().getLast().get(1)).isEqualTo("infinite");
    }
}
