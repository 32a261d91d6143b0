package downhill.course.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexTest {
    private static String inline(String formula) {
        return Tex.mathml(formula, false, value -> "<x-value of=\"" + value + "\"></x-value>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            w_{jk} ~ <msub><mi>w</mi><mrow><mi>j</mi><mi>k</mi></mrow></msub>
            \\delta^l_j ~ <msubsup><mi>δ</mi><mi>j</mi><mi>l</mi></msubsup>
            \\frac{\\partial C}{\\partial w} ~ <mfrac><mrow><mi>∂</mi><mi>C</mi></mrow><mrow><mi>∂</mi><mi>w</mi></mrow></mfrac>
            a \\cdot -3 ~ <mi>a</mi><mo>⋅</mo><mo form="prefix">−</mo><mn>3</mn>
            50{,}890 ~ <mn>50\u202f890</mn>
            \\mathbf{W} x ~ <mi>𝐖</mi><mi>x</mi>
            W^l ~ <msup><mi class="leans">W</mi><mi>l</mi></msup>
            \\sigma' ~ <mrow><mi>σ</mi><mo lspace="0" rspace="0">′</mo></mrow>
            x_{\\text{new}} ~ <msub><mi>x</mi><mrow><mtext>new</mtext></mrow></msub>
            a < b ~ <mi>a</mi><mo>&lt;</mo><mi>b</mi>
            \\sum_k ~ <msub><mo>∑</mo><mi>k</mi></msub>
            {{cost:4}} ~ <mtext><x-value of="cost:4"></x-value></mtext>
            """)
    void aFormulaIsMathml(String formula, String mathml) {
        assertThat(inline(formula)).isEqualTo("<math>" + mathml + "</math>");
    }

    @Test
    void onALineOfItsOwnLimitsStandBelowAndAbove() {
        assertThat(Tex.mathml("\\sum_{k=1}^{n} x", true, value -> value)).contains("<munderover><mo>∑</mo>");
    }

    @Test
    void aMatrixHasItsBrackets() {
        assertThat(inline("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}"))
                .contains("(</mo><mtable class=\"pmatrix\"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            \\foo ~ no command
            \\alhpa ~ did you mean "\\alpha"?
            \\frac{a}{b ~ is missing
            a} ~ stands alone
            \\left( a ~ is missing
            \\begin{pmatrix} a ~ ends too early
            x_ ~ ends too early
            """)
    void whatCannotBeReadIsToldInWords(String formula, String message) {
        assertThatThrownBy(() -> inline(formula)).hasMessageContaining(message);
    }
}
