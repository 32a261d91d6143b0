package downhill.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.classroom.Trace.Cost;
import downhill.classroom.Trace.Spot;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.Stage.HillStage;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Learners' descents, as a class keeps and draws them. */
class TraceTest {
    private static final Lesson STEP_SIZE = CourseReader.readable(
                    Content.onClassPath(), WidgetsReader.onClassPath(), "", mistake -> {})
            .lesson("step-size")
            .orElseThrow();

    @Test
    void everyTraceIsReadAsItWasWritten() {
        List<Trace> traces = List.of(
                new Trace.OfRule(List.of(2.5, -1e-300), 0.1 + 0.2, 0.9, 40),
                new Trace.ByHand(List.of(List.of(1.0), List.of(0.5))),
                new Trace.OfRun(
                        12,
                        List.of(new Cost(0, 0.7), new Cost(12, 0.1)),
                        true,
                        List.of(new Spot(-1, 2), new Spot(0, 0)),
                        OptionalDouble.of(0.93)),
                new Trace.OfRun(0, List.of(), false, List.of(), OptionalDouble.empty()));
        for (Trace trace : traces) {
            assertThat(Trace.read(trace.text())).contains(trace);
        }
    }

    @Test
    void whatIsNoTraceIsNothing() {
        for (String text :
                List.of("", "rule|1|2|3", "hand|1,x", "run|1|2|false||", "run|x||true||", "walk|1", "hand|1,")) {
            assertThat(Trace.read(text)).as(text).isEmpty();
        }
    }

    private static Scene onHill(int dimensions) {
        return STEP_SIZE.scenes().stream()
                .filter(scene -> scene.stage() instanceof HillStage stage
                        && stage.walkers().getFirst().start().size() == dimensions)
                .findFirst()
                .orElseThrow();
    }

    private static Classroom with(Scene scene, Trace trace) {
        return Classroom.of(new Subject.OfLesson("step-size", 9))
                .with(Learner.joining(1, Optional.empty(), 1))
                .with(Learner.joining(2, Optional.empty(), 1).with(scene.number(), trace));
    }

    @Test
    void aWalkIsMadeAgainFromItsRule() {
        Scene scene = onHill(1);
        List<Descent> descents =
                Descent.of(scene.number(), scene, with(scene, new Trace.OfRule(List.of(1.0), 0, 0, 3)));
        assertThat(descents).singleElement().satisfies(one -> {
            assertThat(one.learner().number()).isEqualTo(2);
            assertThat(one.step()).isEqualTo(3);
            assertThat(one.path()).hasSize(4).allMatch(spot -> spot.x() == 1.0);
            assertThat(one.costs()).extracting(Cost::step).containsExactly(0, 1, 2, 3);
            assertThat(one.costs().getFirst().cost())
                    .isCloseTo(one.path().getFirst().y(), within(0.0));
        });
    }

    @Test
    void aLongWalkIsThinnedAndKeepsItsEnds() {
        Scene scene = onHill(1);
        Descent descent = Descent.of(scene.number(), scene, with(scene, new Trace.OfRule(List.of(1.0), 1e-4, 0, 1000)))
                .getFirst();
        assertThat(descent.costs()).hasSizeLessThanOrEqualTo(Trace.MOST + 1);
        assertThat(descent.costs().getFirst().step()).isZero();
        assertThat(descent.costs().getLast().step()).isEqualTo(1000);
    }

    @Test
    void aWalkThatLeavesAllNumbersEndsAtTheLastOne() {
        Scene scene = onHill(1);
        Descent descent = Descent.of(scene.number(), scene, with(scene, new Trace.OfRule(List.of(1.0), 1e9, 0, 500)))
                .getFirst();
        assertThat(descent.step()).isLessThan(500);
        assertThat(descent.costs()).allMatch(one -> Double.isFinite(one.cost()));
    }
}
