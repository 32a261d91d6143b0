package downhill.insight.description;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A picture of 4 by 4, looked at by two linear units: the first likes ink at the upper left and dislikes it at the lower right. */
class PictureDescriptionTest {
    private final Run run = Histories.of("""
            {"data": {"name": "inline", "inputs": [[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], "targets": [[0.5, 0.25]]},
             "network": {"layers": [16, 2, 2], "activations": ["identity", "identity"],
                         "weights": [[[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1],
                                      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
                                     [[2, 1], [-3, 1]]], "biases": [[0, 0], [0, 0]]}}""", 0).newest();

    @Test
    void aUnitsWeightsAreToldAsAPictureWithWhereItLeads() {
        var focus = new Focus(Optional.empty(), Optional.empty(), Optional.of(new Focus.Neuron(1, 0)));
        Description picture = Runs.described(run, focus, "picture");
        assertThat(picture.sentences())
                .contains(
                        "The weights into hidden neuron 1 are a picture of 4 by 4. Ink raises its answer most at the upper left and"
                                + " lowers it most at the lower right; its weights go from −1 to 1.",
                        "What it answers leads most strongly to output 2, by the weight −3.");
        assertThat(Runs.row(picture, 0, 0)).containsExactly("1", "1", "0", "0", "0");
        assertThat(Runs.row(picture, 0, 3)).containsExactly("4", "0", "0", "0", "−1");
    }

    @Test
    void anInputOfOnesOwnIsToldWithItsAnswersAndAsAPicture() {
        List<Double> ink = new ArrayList<>(Collections.nCopies(16, 0.0));
        ink.set(0, 1.0);
        Description drawn = DrawnInputDescription.of(run, ink, () -> {});
        assertThat(drawn.sentences())
                .containsExactly("The strongest answer is that of output 1, 2.500, and next output 2 with −2.500.");
        assertThat(drawn.tables().get(1).rows().getFirst()).containsExactly("1", "1", "0", "0", "0");
    }

    @Test
    void theFilmTellsHowMuchEachPictureIsLikeTheLast() {
        var unit = new Focus.Neuron(1, 0);
        FilmDescription.Still last = FilmDescription.Still.of(run, unit);
        double[] half = last.weights().clone();
        half[15] = 0;
        var first = new FilmDescription.Still(0, half);
        Description film = FilmDescription.of(run, unit, List.of(first, new FilmDescription.Still(5, last.weights())))
                .orElseThrow();
        // (1, 0) and (1, -1): the cosine of 45 degrees
        assertThat(Runs.row(film, 0, 0)).containsExactly("0", "0", "1", "at the upper left", "0.707");
        assertThat(Runs.row(film, 0, 1)).containsExactly("5", "−1", "1", "at the upper left", "1");
        assertThat(FilmDescription.likeness(first, new FilmDescription.Still(0, new double[16])))
                .isZero();
        assertThat(FilmDescription.of(run, new Focus.Neuron(2, 0), List.of(first)))
                .isEmpty();
        assertThat(FilmDescription.of(run, unit, List.of())).isEmpty();
    }

    @Test
    void numbersThatAreNoSquareAreNoPicture() {
        assertThat(CoarsePicture.of(new double[15])).isEmpty();
        assertThat(CoarsePicture.of(new double[9])).isEmpty();
    }
}
