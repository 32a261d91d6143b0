package downhill.data.upload;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Table;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets in several countries write them. */
class CsvCasesTest {
    private static Table read(byte[] content) {
        return new CsvReader(new UploadLimits(10_000, 200, 8)).read(content, CsvChoice.USUAL);
    }

    private static Table read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Table file(String name) throws IOException {
        try (var content = Objects.requireNonNull(CsvCasesTest.class.getResourceAsStream(name))) {
            return read(content.readAllBytes());
        }
    }

    private static double[] inputs(Table table) {
        return IntStream.range(0, table.inputs().count())
                .mapToDouble(table.inputs()::at)
                .toArray();
    }

    private static double[] numbers(Table table) {
        return ((Table.Goal.Numbers) table.goal()).values();
    }

    private static int[] classes(Table table) {
        return ((Table.Goal.Classes) table.goal()).of();
    }

    @Test
    void decimalCommasInTheTargetAreNumbers() throws IOException {
        Table table = file("comma-decimals-target.csv");
        assertThat(inputs(table)).containsExactly(1, 2, 3);
        assertThat(numbers(table)).containsExactly(0.5, 0.7, 0.9);
        assertThat(table.outputNames()).containsExactly("target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comma-decimals-no-header.csv", "comma-decimals-three-columns.csv"})
    void semicolonsPartColumnsEvenWhereCommasAreAsMany(String name) throws IOException {
        Table table = file(name);
        assertThat(inputs(table)).containsExactly(0.5, 1.2, 0.7, 0.1, -1.25, 3.5);
        assertThat(classes(table)).containsExactly(1, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"excel-utf8.csv", "excel-unicode-text.txt"})
    void excelsOwnTextsAreRead(String name) throws IOException {
        Table table = file(name);
        assertThat(table.inputNames()).containsExactly("x", "y");
        assertThat(inputs(table)).containsExactly(0.5, 1.2, 0.7, 0.1);
        assertThat(table.outputNames()).containsExactly("a", "b");
    }

    @Test
    void theMarkAtTheStartTellsTheByteOrderOfUtf16() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Table table = read("\uFEFFgröße\tname\r\n0,5\tä\r\n1,5\t日本\r\n".getBytes(charset));
            assertThat(table.inputNames()).as(charset.name()).containsExactly("größe");
            assertThat(table.outputNames()).containsExactly("ä", "日本");
            assertThat(inputs(table)).containsExactly(0.5, 1.5);
        }
    }

    @Test
    void anEvenRowOfSeparatorsIsAnEmptyLine() {
        assertThat(inputs(read("1;2;0,5\n;;\n3;4;0,6\n; ;\n"))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void excelsLineAboutTheSeparatorIsObeyed() {
        assertThat(inputs(read("sep=;\n1;0,25;0,5\n2;0,75;0,6\n"))).containsExactly(1, 0.25, 2, 0.75);
        refused("sep=;\n1;0,25;0,5\n2;x;0,6\n", "row 3, column 2", "\"x\" is not a number");
    }

    @Test
    void aSemicolonInAFewNamesPartsNothing() {
        Table table = read("1,2,a;b\n3,4,c\n5,6,c\n");
        assertThat(table.outputNames()).containsExactly("a;b", "c");
        assertThat(read("\"x;y\",label\n1,a\n2,b\n").inputNames()).containsExactly("x;y");
    }

    @Test
    void theSeparatorOfACutTableIsItsOnlyOne() {
        refused("1;2\n3\n", "row 2", "1 column where the first row has 2");
    }

    @Test
    void theMinusOfTypesettersIsAMinus() {
        assertThat(inputs(read("\u22121,5;0,5\n2;0,6\n"))).containsExactly(-1.5, 2);
    }

    @Test
    void oneTableHasOneDecimalMark() {
        refused("0,5;1\n1.5;2,5\n", "row 2, column 1", "a point where earlier numbers have a comma");
        refused("0.5;1\n1,5;2.5\n", "row 2, column 1", "a comma where earlier numbers have a point");
    }

    @Test
    void aCommaBetweenCommasIsNoDecimalMark() {
        refused("x,target\n1,\"0,5\"\n2,\"0,7\"\n", "row 2, column 2", "semicolons between the columns");
        refused("\"1,2\",\"0,5\"\n\"2,2\",\"0,7\"\n", "row 1, column 1", "\"1,2\" is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234,5", "10 000", "1'000", "50%", "1\u00A0000,5"})
    void figuresWithOrnamentsAreNeitherNumbersNorClasses(String cell) {
        refused("x;target\n1;" + cell + "\n", "row 2, column 2", "without blanks, percent signs");
        refused("x;target\n" + cell + ";1\n", "row 2, column 1", "\"" + cell + "\" is not a number");
    }

    @Test
    void aNumberAmongClassNamesIsAMistake() {
        refused("1;NA\n2;0,5\n", "row 2, column 2", "a number among names");
        refused("1;yes\n2;\n", "row 2, column 2", "nothing");
    }

    @Test
    void textAfterAQuotedCellIsRefused() {
        refused("1,\"a\"b\n2,c\n", "row 1, column 2", "after the closing quotation mark");
    }

    @Test
    void otherEncodingsAreToldInATeachersWords() {
        refused("x;y\n1;ä\n".getBytes(StandardCharsets.ISO_8859_1), "row 2", "CSV UTF-8");
        refused("1\t2\n".getBytes(StandardCharsets.UTF_16LE), "byte 1", "CSV UTF-8");
        refused("PK\3\4abc".getBytes(StandardCharsets.ISO_8859_1), "the file", "a workbook");
    }

    private static void refused(String text, String place, String words) {
        refused(text.getBytes(StandardCharsets.UTF_8), place, words);
    }

    private static void refused(byte[] content, String place, String words) {
        Refusals.check(() -> read(content), place, words);
    }
}
