package downhill.course;

import static downhill.course.CourseQuestions.each;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.grading.Attempt;
import downhill.course.grading.Referee;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.train.history.History;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The course's challenges: each stated solution meets its goal, and doing nothing does not. */
class ChallengesTest {
    private static HillInfo hill(Stage.HillStage stage) {
        return Hills.named(stage.hill()).orElseThrow();
    }

    @TestFactory
    Collection<DynamicTest> aChallengeIsNotMetByDoingNothing() {
        return each(Challenge.class, (lesson, asked) -> {
            Attempt attempt = untouched(lesson, asked.stage(), asked.question().goal());
            assertThat(attempt.met()).as(attempt.found()).isFalse();
            assertThat(attempt.found()).isNotEmpty();
        });
    }

    private static Attempt untouched(Lesson lesson, Stage stage, Goal goal) {
        return switch (stage) {
            case Stage.RunStage s -> played(lesson, s.run(), goal);
            case Stage.LandscapeStage s -> played(lesson, s.run(), goal);
            case Stage.HillStage s -> {
                Stage.Walker you = s.walkers().getFirst();
                yield Referee.onHill(
                        (Goal.OnHill) goal, hill(s), new HillTrial(you.start(), you.optimizer(), s.steps()));
            }
            case Stage.GraphStage s -> Referee.onGraph((Goal.OnGraph) goal, s.expression(), s.values());
            case Stage.PerceptronStage s ->
                Referee.onPerceptron((Goal.OnPerceptron) goal, PerceptronTrial.after(s.corners(), s.at()));
        };
    }

    /** The result at the start if the goal is met there, or else after the allowed steps without a change. */
    private static Attempt played(Lesson lesson, String run, Goal goal) {
        Goal.OnRun onRun = (Goal.OnRun) goal;
        History history = lesson.start(run, OptionalInt.empty());
        Attempt atStart = Referee.onRun(onRun, history);
        for (int step = 0; step < onRun.mostSteps().orElse(0); step++) {
            history.advance();
        }
        return atStart.met() ? atStart : Referee.onRun(onRun, history);
    }

    @TestFactory
    Collection<DynamicTest> aChallengeIsMetByItsSolution() {
        return each(Challenge.class, (lesson, asked) -> {
            assertThat(asked.question().solutions()).isNotEmpty().allSatisfy(solution -> {
                Attempt attempt = solved(lesson, asked.stage(), asked.question().goal(), solution);
                assertThat(attempt.met()).as(attempt.found()).isTrue();
            });
        });
    }

    private static Attempt solved(Lesson lesson, Stage stage, Goal goal, Challenge.Solution solution) {
        return switch (solution) {
            case Challenge.RunSolution s -> {
                History history = carriedOut(s, start(lesson, stage));
                yield Referee.onRun((Goal.OnRun) goal, history, history.newest(), s.example());
            }
            case Challenge.HillSolution s ->
                Referee.onHill((Goal.OnHill) goal, hill((Stage.HillStage) stage), s.trial());
            case Challenge.GraphSolution s -> Referee.onGraph((Goal.OnGraph) goal, s.expression(), s.values());
            case Challenge.PerceptronSolution s -> Referee.onPerceptron((Goal.OnPerceptron) goal, s.trial());
        };
    }

    /** A stage's run at the step where the scene begins. */
    private static History start(Lesson lesson, Stage stage) {
        return switch (stage) {
            case Stage.RunStage s -> lesson.start(s.run(), s.at());
            case Stage.LandscapeStage s -> lesson.start(s.run(), s.at());
            case Stage.HillStage s -> throw new AssertionError(s);
            case Stage.GraphStage s -> throw new AssertionError(s);
            case Stage.PerceptronStage s -> throw new AssertionError(s);
        };
    }

    /** A run after what a solution does. */
    static History carriedOut(Challenge.RunSolution solution, History start) {
        History history = start;
        for (Challenge.Act act : solution.acts()) {
            if (act.backTo().isPresent()) {
                history = history.branch(act.backTo().getAsInt(), Optional.empty());
            }
            if (act.choice().isPresent()) {
                history = new History(
                        act.choice().get().of(history.newest().spec()),
                        history.newest().data());
            }
            act.tweak().ifPresent(history::tweak);
            for (int step = 0; step < act.steps(); step++) {
                history.advance();
            }
        }
        return history;
    }
}
