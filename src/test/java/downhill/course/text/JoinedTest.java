package downhill.course.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoinedTest {
    private static String html(String markdown) {
        Mistakes mistakes = new Mistakes();
        String html = new Prose(new Links("", Map.of(), Set.of(), mistakes), mistakes)
                .line(markdown, new Place("lesson.md", 1))
                .html();
        assertThat(mistakes.all()).isEmpty();
        return html.replaceAll("<math.*?</math>", "MATH");
    }

    @Test
    void punctuationStaysWithTheFormulaBeforeIt() {
        assertThat(html("With $x$, and $y$."))
                .isEqualTo("With <span class=\"joined\">MATH,</span> and <span class=\"joined\">MATH.</span>");
    }

    @Test
    void aNumberStaysWithTheFormulaThatItIsEqualTo() {
        assertThat(html("Here $x =$ {{cost:4}}, and {{step}}."))
                .isEqualTo("Here <span class=\"joined\">MATH<x-value of=\"cost\" digits=\"4\"></x-value>,</span> and "
                        + "<span class=\"joined\"><x-value of=\"step\"></x-value>.</span>");
    }

    @Test
    void aFormulaAmongWordsStandsByItself() {
        assertThat(html("Let $x$ be so.")).isEqualTo("Let MATH be so.");
    }

    @Test
    void thousandsHaveThinSpacesAndStayOnOneLine() {
        assertThat(html("It has 901,275 weights, 1,000 of them in 1,2."))
                .isEqualTo("It has <span class=\"joined\">901\u202f275</span> weights, "
                        + "<span class=\"joined\">1\u202f000</span> of them in 1,2.");
        assertThat(html("1,000 × 784 = **784,000**"))
                .isEqualTo(
                        "<span class=\"joined\">1\u202f000</span> × 784 = <strong><span class=\"joined\">784\u202f000</span></strong>");
    }
}
