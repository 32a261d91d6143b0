package downhill.course.grading;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.course.Check.Choice;
import downhill.course.Check.Numeric;
import downhill.course.Check.Option;
import downhill.course.Check.Slip;
import downhill.course.Check.Tolerance;
import downhill.course.Given;
import downhill.course.Goal;
import downhill.course.Predict;
import downhill.course.grading.Verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GraderTest {
    /** d is 4, a is 0.5. */
    private static final Picture PICTURE =
            Picture.of(GraphEvaluation.of(Graph.of("L = d*a"), Map.of("d", 4.0, "a", 0.5)));

    private static final Numeric PRODUCT = new Numeric(
            "product",
            "",
            Given.NONE,
            Map.of("d", "value.d", "a", "value.a"),
            "d * a",
            new Tolerance(0.01, 0),
            List.of(new Slip("d", "one factor"), new Slip("d / a", "divided")),
            "Begin with d.",
            "both factors count",
            "the way");

    private static Verdict grade(String answer) {
        return Grader.grade(PRODUCT, answer, PICTURE, 0);
    }

    @Test
    void anAnswerWithinTheToleranceIsRight() {
        assertThat(grade("2").right()).isTrue();
        assertThat(grade("2.019").right()).isTrue();
        assertThat(grade("2.03").right()).isFalse();
    }

    @Test
    void aKnownMistakeGetsItsHint() {
        assertThat(grade("4").hint()).isEqualTo("one factor");
        assertThat(grade("8").hint()).isEqualTo("divided");
    }

    @Test
    void anUnknownMistakeGetsAHintByItsKind() {
        assertThat(grade("-2").hint()).contains("sign");
        assertThat(grade("0.2").hint()).contains("too small").contains("ten");
        assertThat(grade("200").hint()).contains("too large").contains("hundred");
        assertThat(grade("2.1").hint()).contains("Close");
    }

    @Test
    void anAnswerThatNothingExplainsIsToldItsSizeAndTheFirstStep() {
        assertThat(grade("0").hint()).isEqualTo("<p>The answer is not 0. Begin with d.</p>");
        assertThat(grade("7").hint()).isEqualTo("<p>Your number is too large. Begin with d.</p>");
        assertThat(grade("0.7").hint()).isEqualTo("<p>Your number is too small. Begin with d.</p>");
        assertThat(grade("700").hint()).isEqualTo("<p>Your number is more than ten times too large. Begin with d.</p>");
        assertThat(grade("-7").hint())
                .isEqualTo("<p>Your number is negative, but the answer is positive. Begin with d.</p>");
        Picture below = Picture.of(GraphEvaluation.of(Graph.of("L = d*a"), Map.of("d", 4.0, "a", -0.5)));
        assertThat(Grader.grade(PRODUCT, "-7", below, 0).hint())
                .isEqualTo("<p>The sign is right, but without it your number is too large. Begin with d.</p>");
    }

    @Test
    void anAnswerThatIsNoNumberIsNoTryAndNeverShowsTheSolution() {
        for (String typed : List.of("many", "", "1/0", "abc", "2 2", "NaN")) {
            Verdict verdict = Grader.grade(PRODUCT, typed, PICTURE, 5);
            assertThat(verdict.outcome()).as(typed).isEqualTo(Outcome.UNJUDGED);
            assertThat(verdict.hint()).contains("does not count as a try").contains("0.25");
            assertThat(verdict.solution()).isEmpty();
        }
    }

    @Test
    void theSolutionHasTheNumbersOfTheJudgedPicture() {
        Numeric bound = new Numeric(
                "bound",
                "",
                new Given(Map.of("k", List.of(3.0))),
                Map.of("d", "value.d"),
                "k * d",
                new Tolerance(0.01, 0),
                List.of(new Slip("k", "it is <x-value of=\"value.d\"></x-value>")),
                "",
                "",
                "<span data-given=\"k\">…</span> times <x-value of=\"value.d\" digits=\"3\"></x-value>");
        Picture picture = PICTURE.with(Map.of("k", -3.0));
        assertThat(Grader.grade(bound, "1", picture, 1).solution()).isEqualTo("−3 times 4.00");
        assertThat(Grader.giveUp(bound, picture).solution()).isEqualTo("−3 times 4.00");
        assertThat(Grader.grade(bound, "-3", picture, 0).hint()).isEqualTo("it is 4");
        Picture other = Picture.of(GraphEvaluation.of(Graph.of("L = q"), Map.of("q", 1.0)));
        assertThat(Grader.giveUp(bound, other).outcome()).isEqualTo(Outcome.UNJUDGED);
        assertThat(Grader.giveUp(bound, other).hint()).contains("Begin again");
    }

    @Test
    void theSolutionIsShownAfterTwoWrongTriesOrARightOne() {
        assertThat(grade("7").solution()).isEmpty();
        assertThat(Grader.grade(PRODUCT, "7", PICTURE, 1).solution()).isEqualTo("the way");
        assertThat(grade("2").solution()).isEqualTo("the way");
    }

    @Test
    void aPictureWithoutTheNumbersIsToldAndNotCalledWrong() {
        Picture other = Picture.of(GraphEvaluation.of(Graph.of("L = q"), Map.of("q", 1.0)));
        assertThat(Grader.grade(PRODUCT, "2", other, 5).outcome()).isEqualTo(Outcome.UNJUDGED);
        assertThat(Grader.grade(PRODUCT, "2", other, 5).hint()).contains("Begin again");
    }

    @Test
    void aRightAnswerIsConfirmedByItsReason() {
        assertThat(grade("2").reason()).isEqualTo("both factors count");
        assertThat(grade("7").reason()).isEmpty();
    }

    @Test
    void aGivenNumberIsAFactorOfTheAnswerAndOfItsMistakes() {
        Numeric times = new Numeric(
                "times",
                "",
                new Given(Map.of("k", List.of(3.0, 4.0))),
                Map.of("d", "value.d"),
                "k * d",
                new Tolerance(0.01, 0),
                List.of(new Slip("k", "only the number")),
                "Begin with k.",
                "",
                "so");
        Picture picture = PICTURE.with(Map.of("k", 3.0));
        assertThat(Grader.grade(times, "12", picture, 0).right()).isTrue();
        assertThat(Grader.grade(times, "16", picture, 0).right()).isFalse();
        assertThat(Grader.grade(times, "3", picture, 0).hint()).isEqualTo("only the number");
    }

    @Test
    void aWrongChoiceGetsItsHint() {
        Choice check = new Choice(
                "c",
                "",
                List.of(
                        new Option("left", false, "other way", ""),
                        new Option("right", true, "", ""),
                        new Option("up", true, "", "also true")),
                "the reason",
                "so");
        assertThat(Grader.grade(check, "1", PICTURE, 0)).isEqualTo(new Verdict(Outcome.WRONG, "other way", "", ""));
        assertThat(Grader.grade(check, "2", PICTURE, 0)).isEqualTo(new Verdict(Outcome.RIGHT, "", "the reason", "so"));
        assertThat(Grader.grade(check, "3", PICTURE, 0).reason()).isEqualTo("also true");
        assertThat(Grader.grade(check, "9", PICTURE, 0).hint()).contains("Choose");
    }

    @Test
    void whatHappenedStandsBesideWhatWasPredicted() {
        Predict predict =
                new Predict("p", "", new Predict.Choices(List.of("up", "down")), Optional.of("2"), Map.of(), "after");
        assertThat(Grader.reveal(predict, "1", PICTURE))
                .isEqualTo(new Reveal("up", Optional.of("down"), Optional.of(false), "after"));
        assertThat(Grader.reveal(predict, "", PICTURE))
                .isEqualTo(new Reveal("", Optional.of("down"), Optional.empty(), "after"));
    }

    @Test
    void aSliderIsMetWhenItIsNear() {
        Predict predict = new Predict(
                "p", "", new Predict.Slider(0, 10, 1, "steps"), Optional.of("d"), Map.of("d", "value.d"), "after");
        assertThat(Grader.reveal(predict, "4.4", PICTURE).met()).contains(true);
        assertThat(Grader.reveal(predict, "5", PICTURE).met()).contains(false);
        assertThat(Grader.reveal(predict, "5", PICTURE).happened()).contains("4 steps");
    }

    @Test
    void aResultThatOnlySeemsToDependDoesNotCount() {
        Goal.OnGraph goal = new Goal.OnGraph("x", 0, 1e-9, OptionalDouble.of(3), true);
        assertThat(Referee.onGraph(goal, "L = x - x", Map.of("x", 3.0)).met()).isFalse();
        assertThat(Referee.onGraph(goal, "L = x^2", Map.of("x", 3.0)).met()).isFalse();
        assertThat(Referee.onGraph(goal, "L = (x - 3)^2", Map.of("x", 3.0)).met())
                .isTrue();
        assertThat(Referee.onGraph(goal, "L = x^2", Map.of("x", 0.0)).found())
                .isEqualTo("Here x is 0, and should be 3.");
        assertThat(Referee.onGraph(goal, "L = (", Map.of("x", 3.0)).found()).contains("expected");
    }

    @Test
    void aSolutionTellsTheAnswerAndKeepsBracketsAroundNegativeNumbersOnly() {
        Picture picture = Picture.of(GraphEvaluation.of(Graph.of("L = d*a"), Map.of("d", -4.0, "a", 0.5)));
        Numeric check = new Numeric(
                "product",
                "",
                Given.NONE,
                Map.of("d", "value.d", "a", "value.a"),
                "d * a",
                new Tolerance(0.01, 0),
                List.of(),
                "Begin with d.",
                "",
                "(<x-value of=\"value.d\"></x-value>) × (<span class=\"joined\"><x-value of=\"value.a\"></x-value>)</span> = <x-value of=\"answer\"></x-value>");
        assertThat(Grader.giveUp(check, picture).solution()).isEqualTo("(−4) × <span class=\"joined\">0.5</span> = −2");
    }

    @Test
    void aCountThatMissesByOneIsNotCalledTooRough() {
        Numeric count = new Numeric(
                "count",
                "",
                Given.NONE,
                Map.of("d", "value.d"),
                "5 * d + 1",
                new Tolerance(0, 0.1),
                List.of(),
                "Begin with the weights.",
                "",
                "");
        assertThat(Grader.grade(count, "20", PICTURE, 0).hint())
                .isEqualTo("<p>Almost. You counted one too few. Begin with the weights.</p>");
    }
}
