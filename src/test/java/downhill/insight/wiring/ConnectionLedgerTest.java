package downhill.insight.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.insight.wiring.ConnectionLedger.Row;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConnectionLedgerTest {
    @Test
    void isTheUpdateOfAStepOnThisExampleAlone() {
        Run run = Readers.after(30, 1).newest();
        int example = run.batch()[0];
        for (int output = 0; output < 10; output++) {
            for (Row row : ConnectionLedger.of(run, example, output).rows()) {
                assertThat(row.change()).isEqualTo(run.weightUpdates(1)[output * 8 + row.unit()]);
            }
        }
    }

    @Test
    void itsMeanOverTheBatchIsTheUpdateOfTheBatch() {
        Run run = Readers.after(30, 20).newest();
        double[] sums = new double[8];
        for (int example : run.batch()) {
            ConnectionLedger.of(run, example, 8).rows().forEach(row -> sums[row.unit()] += row.change());
        }
        for (int unit = 0; unit < 8; unit++) {
            assertThat(sums[unit] / 20).isCloseTo(run.weightUpdates(1)[8 * 8 + unit], Offset.offset(1e-15));
        }
    }

    @Test
    void descentWeakensWhereTheOutputShouldBeSilentAndHebbNeverDoes() {
        Run run = Readers.after(60, 20).newest();
        for (int example = 0; example < run.data().size(); example++) {
            ConnectionLedger ledger = ConnectionLedger.of(run, example, 8);
            boolean shouldFire = ledger.target() == 1;
            assertThat(ledger.rows()).allSatisfy(row -> {
                assertThat(row.change() > 0).isEqualTo(shouldFire);
                assertThat(row.hebb()).isPositive();
            });
        }
    }

    @Test
    void theMostActiveUnitComesFirst() {
        List<Row> rows =
                ConnectionLedger.of(Readers.after(30, 20).newest(), 3, 8).rows();
        assertThat(rows)
                .isSortedAccordingTo(Comparator.comparingDouble(Row::activation).reversed());
        assertThat(rows.stream().mapToInt(Row::unit).sorted().toArray()).isEqualTo(new int[] {0, 1, 2, 3, 4, 5, 6, 7});
    }

    @Test
    void namesTheOutputsThatThereAre() {
        assertThatThrownBy(() -> ConnectionLedger.of(Readers.after(0, 20).newest(), 0, 10))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("0 to 9");
    }
}
