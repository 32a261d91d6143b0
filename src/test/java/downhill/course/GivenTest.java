package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GivenTest {
    private static final Given GIVEN = new Given(Map.of("k", List.of(3.0, 4.0, 6.0, 7.0)));

    @Test
    void aLearnerKeepsTheSameNumber() {
        assertThat(GIVEN.of(17, "one", "times")).isEqualTo(GIVEN.of(17, "one", "times"));
    }

    @Test
    void learnersShareTheNumbersAboutEvenly() {
        Map<Double, Long> counts = LongStream.range(0, 4000)
                .mapToObj(learner -> GIVEN.of(learner, "one", "times").get("k"))
                .collect(Collectors.groupingBy(k -> k, Collectors.counting()));
        assertThat(counts.keySet()).containsExactlyInAnyOrder(3.0, 4.0, 6.0, 7.0);
        assertThat(counts.values()).allMatch(count -> count > 900 && count < 1100);
    }

    @Test
    void oneLearnerGetsDifferentNumbersInDifferentChecks() {
        assertThat(LongStream.range(0, 20)
                        .mapToObj(i -> GIVEN.of(5, "one", "check-" + i))
                        .distinct()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void allAreAllCombinations() {
        Given two = new Given(Map.of("k", List.of(1.0, 2.0), "m", List.of(5.0, 6.0, 7.0)));
        assertThat(two.all()).hasSize(6).doesNotHaveDuplicates();
        assertThat(Given.NONE.all()).containsExactly(Map.of());
    }
}
