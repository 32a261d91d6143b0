package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Lesson;
import downhill.course.Stage.Row;
import downhill.course.Stage.RunStage;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.health.HealthTrial;
import downhill.insight.health.LayerHealth;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the six networks without names of the lesson "The hill fights back" against the pictures that its questions name. */
class TroubleRowClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("trouble")
            .orElseThrow();

    private static List<HealthTrial> row() {
        Row row = LESSON.scenes().stream()
                .flatMap(scene -> scene.stage() instanceof RunStage s ? s.row().stream() : Stream.empty())
                .findFirst()
                .orElseThrow();
        assertThat(row.steps()).isEqualTo(40);
        return row.runs().stream()
                .map(LESSON.runs()::get)
                .map(Objects::requireNonNull)
                .map(run -> HealthTrial.of(run.spec(), run.data(), row.steps(), () -> {}))
                .toList();
    }

    @Test
    void eachNetworkOfTheRowHasThePictureOfItsFailure() {
        List<HealthTrial> row = row();
        assertThat(row).hasSize(6);
        HealthTrial flat = row.get(0);
        HealthTrial vanishing = row.get(1);
        HealthTrial healthy = row.get(2);
        HealthTrial dead = row.get(3);
        HealthTrial equal = row.get(4);
        HealthTrial wild = row.get(5);

        assertThat(hidden(flat)).allMatch(layer -> layer.flat().orElseThrow() > 0.7);
        assertThat(hidden(vanishing)).allMatch(layer -> layer.flat().orElseThrow() == 0);
        assertThat(IntStream.range(0, 5))
                .allMatch(l -> vanishing.gradients()[l][0] < 0.5 * vanishing.gradients()[l + 1][0]);
        assertThat(end(healthy)).isLessThan(0.1 * healthy.costs()[0]);
        assertThat(IntStream.of(0, 1, 3, 4, 5)).allMatch(i -> end(row.get(i)) > 0.05);
        assertThat(hidden(dead).getLast().flat()).hasValue(1);
        assertThat(Arrays.stream(dead.answers()[4]))
                .allMatch(unit -> Arrays.stream(unit).allMatch(a -> a == 0));
        assertThat(IntStream.range(0, 6)).allMatch(l -> dead.gradients()[l][0] > 0 && dead.gradients()[l][40] == 0);
        assertThat(hidden(equal)).allMatch(layer -> layer.different() == 1);
        assertThat(Arrays.stream(equal.gradients()))
                .allMatch(g -> Arrays.stream(g).allMatch(length -> length == 0));
        assertThat(hidden(wild)).allMatch(layer -> layer.different() == 8);
        assertThat(IntStream.range(0, 5)).allMatch(l -> wild.gradients()[l][0] > wild.gradients()[l + 1][0]);
    }

    private static List<LayerHealth> hidden(HealthTrial trial) {
        return trial.layers().subList(0, trial.layers().size() - 1);
    }

    private static double end(HealthTrial trial) {
        return trial.costs()[trial.costs().length - 1];
    }
}
