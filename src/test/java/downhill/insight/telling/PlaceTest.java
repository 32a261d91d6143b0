package downhill.insight.telling;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.train.Run;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private final Run mazur = Histories.of(Runs.MAZUR, 0).newest();

    @Test
    void theLargestComeFirstWhateverTheirSign() {
        assertThat(Place.largest(
                        mazur.network().shape(), 3, at -> mazur.gradient().weight(at.l(), at.j(), at.k())))
                .containsExactly(new Place(1, 0, 1), new Place(1, 0, 0), new Place(1, 1, 1));
    }

    @Test
    void ofEqualOnesThoseThatComeFirstAreKept() {
        assertThat(Place.largest(mazur.network().shape(), 3, at -> -1))
                .containsExactly(new Place(0, 0, 0), new Place(0, 0, 1), new Place(0, 1, 0));
    }
}
