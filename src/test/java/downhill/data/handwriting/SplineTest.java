package downhill.data.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SplineTest {
    private static Trace trace(String line, boolean round) {
        Template form = Template.parse("1 1 name\n" + line);
        return new Spline(form.versions().getFirst(), form.marks(), round).trace();
    }

    private static boolean goesThrough(Trace trace, double x, double y) {
        for (int i = 0; i < trace.size(); i++) {
            if (Math.hypot(trace.x(i) - x, trace.y(i) - y) < 1e-12) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theCurveGoesThroughEveryPoint() {
        Trace trace = trace("10,20 50,0 80,30* 20,90", false);
        assertThat(goesThrough(trace, 0.1, 0.2)).isTrue();
        assertThat(goesThrough(trace, 0.5, 0)).isTrue();
        assertThat(goesThrough(trace, 0.8, 0.3)).isTrue();
        assertThat(goesThrough(trace, 0.2, 0.9)).isTrue();
    }

    @Test
    void pointsOnALineGiveThatLine() {
        Trace trace = trace("0,0 20,20 60,60 100,100", false);
        for (int i = 0; i < trace.size(); i++) {
            assertThat(trace.y(i)).isCloseTo(trace.x(i), Offset.offset(1e-12));
        }
    }

    @Test
    void twoStraightRunsMeetAtACornerAndBendWhenItIsRounded() {
        Trace sharp = trace("0,0 100,0* 100,100", false);
        for (int i = 0; i < sharp.size(); i++) {
            assertThat(Math.min(sharp.y(i), 1 - sharp.x(i))).isCloseTo(0, Offset.offset(1e-12));
        }
        Trace round = trace("0,0 100,0* 100,100", true);
        assertThat(round.bounds()[2]).isGreaterThan(1.01);
    }

    @Test
    void aLiftStartsANewStroke() {
        Trace trace = trace("0,0 100,0 / 0,50 100,50", false);
        int starts = 0;
        for (int i = 0; i < trace.size(); i++) {
            starts += trace.starts(i) ? 1 : 0;
        }
        assertThat(starts).isEqualTo(2);
    }

    @Test
    void versionsOfOneWayMustHaveTheSamePoints() {
        assertThatThrownBy(() -> Template.parse("7 1 name\n0,0 1,1\n0,0 1,1* 2,2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0,0 1,1* 2,2");
    }
}
