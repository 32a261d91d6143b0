package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InlineDataTest {
    private static final List<List<Double>> NONE = List.of();

    private static Dataset.Task task(List<List<Double>> targets) {
        List<List<Double>> inputs = targets.stream().map(row -> List.of(1.0)).toList();
        return DataSets.build(new DataSpec.Inline(inputs, targets, NONE, NONE)).task();
    }

    @Test
    void rowsBecomeFlatArrays() {
        Dataset set = DataSets.build(new DataSpec.Inline(
                List.of(List.of(0.05, 0.10), List.of(3.0, 4.0)),
                List.of(List.of(0.01), List.of(0.99)),
                List.of(List.of(5.0, 6.0)),
                List.of(List.of(0.5))));
        assertThat(set.inputs()).containsExactly(0.05, 0.10, 3, 4);
        assertThat(set.targets()).containsExactly(0.01, 0.99);
        assertThat(set.testInputs()).containsExactly(5, 6);
        assertThat(set.testTargets()).containsExactly(0.5);
        assertThat(set.inputNames()).containsExactly("input 1", "input 2");
        assertThat(set.task()).isEqualTo(new Dataset.Task.Regression());
    }

    @Test
    void targetsTellWhetherTheyAreClasses() {
        assertThat(task(List.of(List.of(0.0), List.of(1.0)))).isEqualTo(new Dataset.Task.TwoTargets(0, 1));
        assertThat(task(List.of(List.of(-1.0), List.of(1.0)))).isEqualTo(new Dataset.Task.TwoTargets(-1, 1));
        assertThat(task(List.of(List.of(0.0, 1.0), List.of(1.0, 0.0)))).isEqualTo(new Dataset.Task.OneHot());
        assertThat(task(List.of(List.of(1.0, 1.0), List.of(1.0, 0.0)))).isEqualTo(new Dataset.Task.TwoTargets(0, 1));
        assertThat(task(List.of(List.of(0.0), List.of(2.0)))).isEqualTo(new Dataset.Task.Regression());
        assertThat(task(List.of(List.of(0.01, 0.99)))).isEqualTo(new Dataset.Task.Regression());
        assertThat(task(List.of(List.of(1.0)))).isEqualTo(new Dataset.Task.Regression());
    }

    @Test
    void raggedAndUnpairedRowsAreRefusedByName() {
        List<List<Double>> one = List.of(List.of(1.0));
        refused(NONE, one, NONE, NONE, "/data/inputs", "at least one row");
        refused(List.of(List.of()), one, NONE, NONE, "/data/inputs/0", "row 0 is empty");
        refused(
                List.of(List.of(1.0), List.of(1.0, 2.0)),
                List.of(List.of(1.0), List.of(1.0)),
                NONE,
                NONE,
                "/data/inputs/1",
                "row 1 has 2 columns");
        refused(one, List.of(List.of(1.0), List.of(1.0)), NONE, NONE, "/data/targets", "2 rows of targets for 1");
        refused(one, one, one, NONE, "/data/testTargets", "0 rows of targets for 1");
        refused(one, one, List.of(List.of(1.0, 2.0)), one, "/data/testInputs/0", "the first row has 1");
        refused(one, List.of(List.of(Double.NaN)), NONE, NONE, "/data/targets/0/0", "row 0, column 0");
    }

    private static void refused(
            List<List<Double>> inputs,
            List<List<Double>> targets,
            List<List<Double>> testInputs,
            List<List<Double>> testTargets,
            String pointer,
            String detail) {
        assertThatThrownBy(() -> DataSets.build(new DataSpec.Inline(inputs, targets, testInputs, testTargets)))
                .isInstanceOfSatisfying(DataRefusedException.class, refusal -> {
                    assertThat(refusal.pointer()).isEqualTo(pointer);
                    assertThat(refusal.detail()).contains(detail);
                });
    }
}
