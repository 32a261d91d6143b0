package downhill.data.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The columns that a learner chooses, their scaling, and the preview that a choice is made from. */
class CsvChoiceTest {
    private static final String HOUSES = "id;area;town;price\na;50;north;1,5\nb;100;south;3,5\nc;150;north;5,5\n";

    private static final CsvReader READER = new CsvReader(new UploadLimits(10_000, 200, 8));

    private static Table read(String text, List<Integer> inputs, List<Integer> targets, boolean scale) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8), new CsvChoice(inputs, targets, scale));
    }

    private static void refused(String text, List<Integer> inputs, List<Integer> targets, String place, String words) {
        Refusals.check(() -> read(text, inputs, targets, false), place, words);
    }

    private static double[] inputs(Table table) {
        return IntStream.range(0, table.inputs().count())
                .mapToDouble(table.inputs()::at)
                .toArray();
    }

    @Test
    void onlyChosenColumnsAreRead() {
        Table table = read(HOUSES, List.of(2), List.of(4), false);
        assertThat(table.inputNames()).containsExactly("area");
        assertThat(inputs(table)).containsExactly(50, 100, 150);
        assertThat(((Table.Goal.Numbers) table.goal()).values()).containsExactly(1.5, 3.5, 5.5);
        Table towns = read(HOUSES, List.of(4, 2), List.of(3), false);
        assertThat(towns.outputNames()).containsExactly("north", "south");
        assertThat(towns.inputNames()).containsExactly("area", "price");
    }

    @Test
    void columnsLeftOpenAreAllOthers() {
        assertThat(read("1,2,3\n4,5,6\n", List.of(), List.of(1), false).inputNames())
                .containsExactly("input 2", "input 3");
        assertThat(read("1,2,3\n4,5,6\n", List.of(1), List.of(), false).inputNames())
                .containsExactly("input 1");
    }

    @Test
    void aChoiceThatCannotBeIsRefused() {
        refused(HOUSES, List.of(2), List.of(5), "the choice of columns", "column 5, and the table has 4");
        refused(HOUSES, List.of(2, 4), List.of(4), "the choice of columns", "column 4 as an input and as a target");
        refused("1,2\n", List.of(), List.of(1, 2), "the choice of columns", "no inputs");
        refused(HOUSES, List.of(2, 3), List.of(4), "row 2, column 3", "\"north\" is not a number");
    }

    @Test
    void scalingGivesMeanZeroAndSpreadOne() {
        Table table = read(HOUSES, List.of(2), List.of(4), true);
        double step = StrictMath.sqrt(1.5);
        assertThat(inputs(table)).containsExactly(new double[] {-step, 0, step}, within(1e-12));
        assertThat(((Table.Goal.Numbers) table.goal()).values())
                .containsExactly(new double[] {-step, 0, step}, within(1e-12));
        Table constant = read("7,1\n7,2.5\n", List.of(), List.of(), true);
        assertThat(inputs(constant)).containsExactly(0, 0);
    }

    @Test
    void classesAreNotScaled() {
        Table table = read(HOUSES, List.of(2), List.of(3), true);
        assertThat(((Table.Goal.Classes) table.goal()).of()).containsExactly(0, 1, 0);
    }

    @Test
    void thePreviewShowsColumnsAndFirstRows() {
        CsvPreview preview = READER.preview(HOUSES.getBytes(StandardCharsets.UTF_8));
        assertThat(preview.separator()).isEqualTo(';');
        assertThat(preview.header()).isTrue();
        assertThat(preview.rows()).isEqualTo(3);
        assertThat(preview.first()).startsWith(List.of("a", "50", "north", "1,5"));
        assertThat(preview.columns())
                .extracting(CsvPreview.Column::name)
                .containsExactly("id", "area", "town", "price");
        assertThat(preview.columns()).extracting(CsvPreview.Column::numeric).containsExactly(false, true, false, true);
        assertThat(preview.columns()).extracting(CsvPreview.Column::target).containsExactly(false, false, false, true);
        assertThat(preview.columns().get(1).spread().orElseThrow().mean()).isEqualTo(100);
        assertThat(preview.columns().get(1).spread().orElseThrow().deviation())
                .isEqualTo(50 * StrictMath.sqrt(2 / 3.0), within(1e-12));
        assertThat(preview.columns().getFirst().spread()).isEmpty();
    }

    @Test
    void thePreviewLeavesAColumnWithAWrongCellUnscaledAndShowsAFewRowsOnly() {
        String text = "0.5,x\n".repeat(7) + "wrong,y\n";
        CsvPreview preview = READER.preview(text.getBytes(StandardCharsets.UTF_8));
        assertThat(preview.first()).hasSize(5);
        assertThat(preview.rows()).isEqualTo(8);
        assertThat(preview.columns().getFirst().numeric()).isTrue();
        assertThat(preview.columns().getFirst().spread()).isEmpty();
    }

    @Test
    void thePreviewRefusesRowsOfAnotherLength() {
        Refusals.check(
                () -> READER.preview("1,2\n3\n".getBytes(StandardCharsets.UTF_8)),
                "row 2",
                "1 column where the first row has 2");
    }
}
