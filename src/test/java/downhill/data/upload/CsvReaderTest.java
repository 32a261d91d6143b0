package downhill.data.upload;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Table;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    private static Table read(String text) {
        return new CsvReader(new UploadLimits(10_000, 200, 8))
                .read(text.getBytes(StandardCharsets.UTF_8), CsvChoice.USUAL);
    }

    private static double[] inputs(Table table) {
        return IntStream.range(0, table.inputs().count())
                .mapToDouble(table.inputs()::at)
                .toArray();
    }

    private static int[] classes(Table table) {
        return ((Table.Goal.Classes) table.goal()).of();
    }

    private static double[] numbers(Table table) {
        return ((Table.Goal.Numbers) table.goal()).values();
    }

    @Test
    void theLastColumnIsTheTargetUnlessToldOtherwise() {
        Table table = read("1,2,0.25\n-3e1, 4.5 ,0.75\n");
        assertThat(inputs(table)).containsExactly(1, 2, -30, 4.5);
        assertThat(numbers(table)).containsExactly(0.25, 0.75);
        assertThat(table.inputNames()).containsExactly("input 1", "input 2");
        assertThat(table.outputNames()).containsExactly("target");
    }

    @Test
    void aHeaderNamesColumnsAndTargets() {
        Table table = read("label,width,height\n1,0.5,7\n0,0.6,8\n");
        assertThat(table.inputNames()).containsExactly("width", "height");
        assertThat(inputs(table)).containsExactly(0.5, 7, 0.6, 8);
        assertThat(classes(table)).containsExactly(1, 0);
        Table two = read("target a,x,target b\n0.1,2,0.3\n0.4,5,0.6\n");
        assertThat(two.outputNames()).containsExactly("target a", "target b");
        assertThat(numbers(two)).containsExactly(0.1, 0.3, 0.4, 0.6);
    }

    @Test
    void wholeNumbersAreClassesInTheirOrder() {
        Table table = read("0.1,7\n0.2,3\n0.3,5\n0.4,3\n");
        assertThat(table.outputNames()).containsExactly("3", "5", "7");
        assertThat(classes(table)).containsExactly(2, 0, 1, 0);
        assertThat(table.outputWidths()).containsExactly(3);
        assertThat(read("0.1,-1\n0.2,1\n").outputWidths()).containsExactly(1, 2);
        assertThat(read("0.1,-0\n0.2,0\n0.2,1").outputNames()).containsExactly("0", "1");
    }

    @Test
    void namesAreClassesInAlphabeticalOrder() {
        Table table = read("5.1,3.5,setosa\n7.0,3.2,\"versicolor, old\"\n6.3,3.3,setosa\n");
        assertThat(table.outputNames()).containsExactly("setosa", "versicolor, old");
        assertThat(classes(table)).containsExactly(0, 1, 0);
    }

    @Test
    void moreThanFiftyWholeNumbersAreNumbers() {
        String text = IntStream.range(0, 51).mapToObj(i -> "0.5," + i).collect(Collectors.joining("\n"));
        assertThat(numbers(read(text))).hasSize(51);
    }

    @Test
    void semicolonsTabsQuotesBlankLinesAndForeignLineEndsAreUnderstood() {
        assertThat(inputs(read("\uFEFF1;2;0.5\r\n\r\n3;4;0.6"))).containsExactly(1, 2, 3, 4);
        assertThat(inputs(read("1\t2\t0.5\r3\t4\t0.6\r"))).containsExactly(1, 2, 3, 4);
        assertThat(inputs(read("\"1\",\"2\",0.5\n"))).containsExactly(1, 2);
        assertThat(read("\"a \"\"b\"\"\",y\n1,0.5\n").inputNames()).containsExactly("a \"b\"");
    }

    @Test
    void whatIsWrongIsNamedByRowAndColumn() {
        refused("1,2,3\n4,x5,6\n", "row 2, column 2", "\"x5\" is not a number");
        refused("a,b\n\n1,2.5\n3,y\n", "row 4, column 2", "\"y\" is not a number");
        refused("1,2\n3,\n", "row 2, column 2", "nothing");
        refused("1,NaN,2\n", "row 1, column 2", "\"NaN\" is not a number");
        refused("1,1e999,2\n", "row 1, column 2", "\"1e999\" is not a number");
        refused("1,0x1p3,2\n", "row 1, column 2", "with a point");
        refused("1,2\n3,4,5\n", "row 2", "3 columns where the first row has 2");
        refused("1,2\n\"3,4\n", "row 2, column 1", "not closed");
        refused("", "the file", "no rows");
        refused("a,b\n", "the file", "a header and no rows");
        refused("5\n6\n", "row 1", "a single column");
        refused("target,target2\n1,2\n", "row 1", "every column is a target");
        refused("1,cat\n2,cat\n", "the target column", "a single class, \"cat\"");
        refused("1,2,3,4,5,6,7,8,9\n", "row 1", "more than 8 columns");
        refused("1,2\n".repeat(101), "row 101", "more than 200 numbers");
        String many = IntStream.range(0, 51).mapToObj(i -> "1,c" + i).collect(Collectors.joining("\n"));
        refused(many, "row 51, column 2", "one class too many");
    }

    private static void refused(String text, String place, String words) {
        Refusals.check(() -> read(text), place, words);
    }
}
