package downhill.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static double value(String text, Map<String, Double> variables) {
        Graph graph = Graph.of(text);
        return GraphEvaluation.of(graph, variables).value(graph.output());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2*3 | 7",
                "(1 + 2)*3 | 9",
                "10 - 4 - 3 | 3",
                "24/4/3 | 2",
                "2*6/3 | 4",
                "2^3^2 | 512",
                "-2^2 | -4",
                "(-2)^2 | 4",
                "2^-2 | 0.25",
                "2^-2^2 | 0.0625",
                "--3 | 3",
                "2*-3 | -6",
                "2--3 | 5",
                "1.5e2 | 150",
                "1E+2 | 100",
                "25e-1 | 2.5",
                ".5 | 0.5",
                "5. | 5",
                "2*e - e - e | 0",
                "cos(pi) | -1",
                "max(2, 7) - min(2, 7) | 5",
                "abs(-3) + relu(-3) + sqrt(16) | 7",
                "log(exp(2)) | 2",
                "sigmoid(0) + tanh(0) + sin(0) | 0.5",
                "0^0 | 1"
            })
    void operatorsBindAndAssociateAsInMathematics(String text, double expected) {
        assertThat(value(text, Map.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=x+1;b=a*2;b^2",
                "a = x + 1\nb = a*2\nb^2",
                "a = x+1;\r\n\r\nb = a * 2;;\n b^2 ;\n",
                "\n;a=x+1;\tb=2*a;L=b^2",
                "(2*(x+1))^2"
            })
    void assignmentsAreSeparatedBySemicolonsOrLines(String text) {
        assertThat(value(text, Map.of("x", 2.0))).isEqualTo(36);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "((a))+(b*c) | a + b*c",
                "a-(b-c) | a - (b - c)",
                "(a-b)-c | a - b - c",
                "a/(b*c) | a/(b*c)",
                "(a^b)^c | (a^b)^c",
                "a^(b^c) | a^b^c",
                "-(x^2) | -x^2",
                "(-x)^2 | (-x)^2",
                "x^(-2) | x^-2",
                "a*(-b) | a*-b",
                "-(a+b) | -(a + b)",
                "-(a*b) | -(a*b)",
                "max( a,(b) ) | max(a, b)",
                "1.50e1 | 15",
                "q=1;q*x | q = 1; q*x"
            })
    void thePlainestTextHasNoNeedlessParentheses(String text, String plain) {
        assertThat(Graph.of(text).text()).isEqualTo(plain);
    }

    @Test
    void namesMayHaveLettersOfAnyScriptDigitsAndUnderscores() {
        assertThat(value("θ_1 + _b2 + Ä", Map.of("θ_1", 1.0, "_b2", 2.0, "Ä", 3.0)))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // text | line | column | what is expected there | what is found
                "`` | 1 | 1 | a number, a name, \"(\" or \"-\" | the end",
                "` ;; ` | 1 | 5 | a number, a name | the end",
                "1 + | 1 | 4 | a number, a name | the end",
                "x = | 1 | 4 | a number, a name | the end",
                "1 + * 2 | 1 | 5 | a number, a name | \"*\"",
                "2 ** 3 | 1 | 4 | Write a power with \"^\" | \"*\"",
                "+1 | 1 | 1 | a number, a name | \"+\"",
                "2x | 1 | 2 | Write a product with \"*\" | \"x\"",
                "2e | 1 | 2 | an operator | \"e\"",
                "1.2.3 | 1 | 4 | an operator | \".3\"",
                "(a)(b) | 1 | 4 | an operator | \"(\"",
                "x y | 1 | 3 | an operator | \"y\"",
                "(1 + 2 | 1 | 7 | \")\" for the \"(\" in line 1, column 1 | the end",
                "1 + 2) | 1 | 6 | an operator | \")\"",
                "() | 1 | 2 | a number, a name | \")\"",
                "sin | 1 | 4 | \"(\" after the function sin | the end",
                "sin x | 1 | 5 | \"(\" after the function sin | \"x\"",
                "sin() | 1 | 5 | a number, a name | \")\"",
                "sin(1, 2) | 1 | 6 | \")\" | \",\"",
                "max(1) | 1 | 6 | \",\" | \")\"",
                "max(1, 2, 3) | 1 | 9 | \")\" | \",\"",
                "1, 2 | 1 | 2 | an operator | \",\"",
                "tahn(1) | 1 | 1 | Did you mean \"tanh\"? | \"tahn\"",
                "1 + sine(2) | 1 | 5 | Did you mean \"sin\"? | \"sine\"",
                "x(y) | 1 | 1 | Write a product with \"*\" | \"x\"",
                "1 = 2 | 1 | 3 | Only a name can stand before | \"=\"",
                "a = b = 1 | 1 | 7 | Only a name can stand before | \"=\"",
                "exp = 3 | 1 | 1 | a name to assign | \"exp\"",
                "a = 1; a = 2 | 1 | 8 | a new name | \"a\"",
                "a = a + 1 | 1 | 1 | a new name | \"a\"",
                "b = a; a = 2 | 1 | 8 | a new name | \"a\"",
                "b = 2*pi; pi = 3 | 1 | 11 | a new name | \"pi\"",
                "x + 1; y + 2 | 1 | 1 | a name and \"=\" | \"x\"",
                "x $ 1 | 1 | 3 | a number, a name or one of | \"$\"",
                "2 × 3 | 1 | 3 | Write \"*\" instead | \"×\"",
                "2 − 3 | 1 | 3 | Write \"-\" instead | \"−\"",
                ". | 1 | 1 | digits before or after the point | \".\"",
                "1e999 | 1 | 1 | a number up to 1.79 | \"1e999\"",
                "`a = 1\nb = (a +\n2)` | 2 | 9 | a number, a name | the end of the line",
                "`a = 1\nb = a ?` | 2 | 7 | a number, a name or one of | \"?\"",
                "`𝑥 = 1; ?` | 1 | 8 | a number, a name or one of | \"?\"",
                "`x = 1\u0007+ 1` | 1 | 6 | a number, a name or one of | U+0007"
            })
    void anErrorSaysWhereWhatIsExpectedAndWhatIsFound(
            String text, int line, int column, String expected, String found) {
        assertThatThrownBy(() -> Graph.of(text))
                .asInstanceOf(type(ExpressionException.class))
                .satisfies(e -> {
                    assertThat(e.faults()).hasSize(1);
                    var fault = (Fault.Syntax) e.faults().getFirst();
                    assertThat(fault.at().line()).as("line").isEqualTo(line);
                    assertThat(fault.at().column()).as("column").isEqualTo(column);
                    assertThat(fault.expected() + " " + fault.hint()).contains(expected);
                    assertThat(fault.found()).isEqualTo(found);
                    assertThat(fault.detail())
                            .startsWith("Line " + line + ", column " + column + ": expected ")
                            .contains(fault.expected())
                            .contains(fault.found());
                });
    }

    @Test
    void fiveHundredCharactersPassAndOneMoreDoesNot() {
        String text = "x" + " ".repeat(498) + "\n";
        assertThat(value(text, Map.of("x", 1.0))).isEqualTo(1);
        assertSyntax("\n" + text, "at most 500 characters", 2, 500);
        assertSyntax("𝑥".repeat(501), "at most 500 characters", 1, 501);
        assertThat(Graph.of("𝑥".repeat(500)).variables()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "( | ) | 1",
                "sin( | ) | 1",
                "max(1, | ) | 1",
                "- | '' | 1",
                "1^ | '' | 1",
                "-( | ) | 2",
                "2^( | ) | 2"
            })
    void fiftyLevelsPassAndOneMoreDoesNot(String opening, String closing, int levels) {
        int times = 50 / levels;
        assertThat(Graph.of(opening.repeat(times) + "x" + closing.repeat(times)).variables())
                .hasSize(1);
        assertSyntax(opening.repeat(times + 1) + "x" + closing.repeat(times + 1), "at most 50 ", 1, 0);
    }

    @Test
    void aLongSumIsNotDeep() {
        assertThat(Graph.of("1" + "+1".repeat(249)).nodes()).hasSize(499);
    }

    @Test
    void theNodesAreLimitedToo() {
        ExpressionLimits limits = new ExpressionLimits(500, 50, 5);
        assertThat(Graph.of("a + b*c", limits).nodes()).hasSize(5);
        assertThatThrownBy(() -> Graph.of("a + b*c + a", limits))
                .asInstanceOf(type(ExpressionException.class))
                .satisfies(e -> assertThat(e).hasMessageContaining("at most 5 nodes"));
    }

    private static void assertSyntax(String text, String expected, int line, int column) {
        assertThatThrownBy(() -> Graph.of(text))
                .asInstanceOf(type(ExpressionException.class))
                .satisfies(e -> {
                    var fault = (Fault.Syntax) e.faults().getFirst();
                    assertThat(fault.expected()).contains(expected);
                    assertThat(fault.at().line()).isEqualTo(line);
                    if (column > 0) {
                        assertThat(fault.at().column()).isEqualTo(column);
                    }
                });
    }
}
