package downhill.insight.description.hill;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Directions;
import downhill.insight.Histories;
import downhill.insight.Survey;
import downhill.insight.description.Description;
import downhill.insight.description.Runs;
import downhill.net.Parameter.Weight;
import downhill.train.history.History;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Slices of landscapes that can be worked out by hand: one linear unit y = w1 x1 + w2 x2 on one example. */
class SliceDescriptionTest {
    /** A network with the cost w1^2 / 2 for input (1, 0) and target 0, for any w2; from w1 = 2 a step with rate 0.5 leads to 1. */
    private static final String LINE = """
            {"data": {"name": "inline", "inputs": [[1, 0]], "targets": [[0]]}, "optimizer": {"learningRate": 0.5},
             "network": {"layers": [2, 1], "activations": ["identity"], "weights": [[[2, 3]]], "biases": [[0]]},
             "frozen": ["biases"]}""";

    private static final Directions BOTH = new Directions.Weights(new Weight(0, 0, 0), new Weight(0, 0, 1));

    private static Description described(History history, Directions directions, int size) {
        return Runs.slice(history, new Survey.Request(directions, OptionalDouble.of(2), size));
    }

    @Test
    void aSliceAlongTwoWeightsIsToldWithItsRangeItsExtremesAndWhatLiesInIt() {
        // One step leads to w1 = 1: the cost is 0.5; on the slice w1 goes from -1 to 3, the cost from 0 to 4.5.
        Description described = described(Histories.of(LINE, 1), BOTH, 5);
        assertThat(described.sentences())
                .containsExactly(
                        "At step 1 the cost over the training examples is 0.500; the slice around it goes from 0 to 4.500.",
                        "Lowest it is, 0, 1 to the left and 2 down from the network, at the edge of the slice. "
                                + "Highest it is, 4.500, 2 to the right and 2 up from the network, at the edge of the slice.",
                        "The slice is cut along two of the weights; the other parameter is held still.",
                        "From left to right goes the weight from input 1 to the output, from −1 to 3; now it is 1.",
                        "From bottom to top goes the weight from input 2 to the output, from 1 to 5; now it is 3.",
                        "In this plane lie 70.7% of the gradient and 100% of the way that training took.",
                        "Seen in this plane, training has come 1 to the left since step 0.");
        assertThat(described.tables().getFirst().heads())
                .containsExactly("upward \\ to the right", "−1", "0", "1", "2", "3");
        assertThat(Runs.row(described, 0, 0)).containsExactly("5", "0.500", "0", "0.500", "2", "4.500");
        assertThat(described.tables().get(1).rows()).containsExactly(List.of("0", "2", "3"), List.of("1", "1", "3"));
    }

    @Test
    void aLargeSliceHasATableOfSevenRows() {
        Description described = described(Histories.of(LINE, 0), BOTH, 49);
        assertThat(described.tables()).hasSize(1);
        assertThat(described.tables().getFirst().rows()).hasSize(7).allMatch(row -> row.size() == 8);
    }

    @Test
    void mixturesOfAllWeightsAreSaidToBeMixtures() {
        assertThat(described(Histories.of(LINE, 0), new Directions.Random(), 5).sentences())
                .contains(
                        "The slice is cut along two random directions, each of them a mixture of all 3 weights and biases.",
                        "From left to right goes the first random direction, from −2 to 2; the network stands at 0.");
        assertThat(described(Histories.of(LINE, 3), new Directions.Path(), 5).sentences())
                .anyMatch(sentence ->
                        sentence.startsWith("The slice is cut along the two directions in which training moved most"));
    }

    @Test
    void whereTheCostIsNotFiniteItIsSaid() {
        Description described =
                Runs.slice(Histories.of(LINE, 0), new Survey.Request(BOTH, OptionalDouble.of(1e200), 3));
        assertThat(described.sentences())
                .contains("At 6 of the 9 places that were tried the cost is beyond all numbers.")
                .noneMatch(sentence -> sentence.contains("NaN") || sentence.contains("Infinity"));
        assertThat(Runs.row(described, 0, 1)).containsExactly("3", "beyond all numbers", "2", "beyond all numbers");
    }
}
