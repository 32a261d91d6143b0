package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableDataTest {
    /** Rows whose input is 0, 1, 2 … */
    private static Table table(Table.Goal goal, int rows, String... outputs) {
        double[] inputs = IntStream.range(0, rows).asDoubleStream().toArray();
        return new Table(1, new Table.Cells.Numbers(inputs), goal, List.of("x"), List.of(outputs));
    }

    private static DataSpec.Uploaded ask(int count, double testShare) {
        return new DataSpec.Uploaded("some", count == 0 ? Optional.empty() : Optional.of(count), testShare);
    }

    private static final Table TWO = table(new Table.Goal.Classes(new int[] {1, 0, 0, 1}), 4, "no", "yes");
    private static final Table THREE = table(new Table.Goal.Classes(new int[] {2, 0, 1}), 3, "a", "b", "c");

    @Test
    void classesBecomeOneTargetOrOneForEach() {
        Dataset one = DataSets.build(ask(0, 0), TWO, 1, 1);
        assertThat(one.inputs()).containsExactly(0, 1, 2, 3);
        assertThat(one.targets()).containsExactly(1, 0, 0, 1);
        assertThat(one.task()).isEqualTo(new Dataset.Task.TwoTargets(0, 1));
        Dataset two = DataSets.build(ask(0, 0), TWO, 1, 2);
        assertThat(two.targets()).containsExactly(0, 1, 1, 0, 1, 0, 0, 1);
        assertThat(two.task()).isEqualTo(new Dataset.Task.OneHot());
        assertThat(DataSets.build(ask(0, 0), THREE, 1, 3).targets()).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void numbersStayNumbers() {
        Dataset set = DataSets.build(ask(0, 0), table(new Table.Goal.Numbers(new double[] {0.5, 7}), 2, "y"), 1, 1);
        assertThat(set.targets()).containsExactly(0.5, 7);
        assertThat(set.task()).isEqualTo(new Dataset.Task.Regression());
        assertThat(set.inputNames()).containsExactly("x");
    }

    @Test
    void aSampleComesFromTheWholeFileAndTheSeedSaysWhich() {
        Table sorted = table(new Table.Goal.Numbers(new double[1_000]), 1_000, "y");
        Dataset sample = DataSets.build(ask(100, 0.25), sorted, 3, 1);
        assertThat(sample.size()).isEqualTo(75);
        assertThat(sample.testSize()).isEqualTo(25);
        assertThat(Arrays.stream(sample.inputs()).average().orElseThrow()).isBetween(350.0, 650.0);
        assertThat(DataSets.build(ask(100, 0.25), sorted, 3, 1).inputs()).isEqualTo(sample.inputs());
        assertThat(DataSets.build(ask(100, 0.25), sorted, 4, 1).inputs()).isNotEqualTo(sample.inputs());
        double[] both = Arrays.copyOf(sample.inputs(), 100);
        System.arraycopy(sample.testInputs(), 0, both, 75, 25);
        assertThat(Arrays.stream(both).distinct().count()).isEqualTo(100);
    }

    @Test
    void whatTheFileCannotGiveIsRefused() {
        refused(ask(0, 0), TWO, 3, "/network/layers", "one or two neurons");
        refused(ask(0, 0), THREE, 1, "/network/layers", "3 neurons");
        refused(ask(5, 0), TWO, 1, "/data/count", "from 1 to 4");
        refused(ask(0, 0.95), TWO, 1, "/data/testShare", "0.0 to 0.9");
        refused(ask(1, 0.5), TWO, 1, "/data/testShare", "at least one");
        Table wide = new Table(
                784,
                new Table.Cells.Shades(new byte[784 * 20_000]),
                new Table.Goal.Classes(new int[20_000]),
                List.of("x"),
                List.of("0", "1"));
        refused(ask(0, 0), wide, 1, "/data/count", "20000 is not from 1 to 12738");
    }

    private static void refused(DataSpec.Uploaded spec, Table table, int outputs, String pointer, String words) {
        assertThatThrownBy(() -> DataSets.build(spec, table, 1, outputs))
                .isInstanceOfSatisfying(DataRefusedException.class, refusal -> {
                    assertThat(refusal.pointer()).isEqualTo(pointer);
                    assertThat(refusal.detail()).contains(words);
                });
    }
}
