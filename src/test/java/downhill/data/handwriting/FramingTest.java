package downhill.data.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.math.Rng;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FramingTest {
    /** The browser frames drawings itself; {@code framing.test.mjs} tries the same cases. */
    @TestFactory
    List<DynamicTest> aDrawingIsFramedAsTheBrowserFramesIt() throws IOException {
        try (InputStream in = FramingTest.class.getResourceAsStream("/framed-drawings.json")) {
            List<DynamicTest> tests = new ArrayList<>();
            for (JsonNode known : JsonMapper.shared().readTree(Objects.requireNonNull(in))) {
                int width = known.get("width").intValue();
                double[] drawing = new double[width * width];
                known.get("ink")
                        .forEach(p ->
                                drawing[p.get(1).intValue() * width + p.get(0).intValue()] =
                                        p.get(2).doubleValue());
                double[] expected = new double[Framing.PIXELS];
                known.get("framed")
                        .forEach(p -> expected[p.get(0).intValue()] = p.get(1).doubleValue());
                tests.add(DynamicTest.dynamicTest(
                        known.get("name").stringValue(),
                        () -> assertThat(Framing.framed(drawing, width, width))
                                .containsExactly(expected, Offset.offset(1e-12))));
            }
            return tests;
        }
    }

    /** A filled bar on a sheet of this size. */
    private static double[] bar(int width, int height, int left, int top, int right, int bottom) {
        double[] drawing = new double[width * height];
        for (int row = top; row < bottom; row++) {
            Arrays.fill(drawing, row * width + left, row * width + right, 1);
        }
        return drawing;
    }

    @Test
    void theLongerSideBecomesTwentyPixels() {
        double[] picture = Framing.framed(bar(200, 300, 20, 50, 60, 250), 200, 300);
        assertThat(Arrays.stream(picture).sum()).isCloseTo(20 * 4, Offset.offset(1e-9));
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                boolean ink = row >= 4 && row < 24 && column >= 12 && column < 16;
                assertThat(picture[row * 28 + column]).isCloseTo(ink ? 1 : 0, Offset.offset(1e-9));
            }
        }
    }

    @Test
    void whereAndHowLargeADrawingIsMakesNoDifference() {
        double[] small = Framing.framed(bar(100, 100, 10, 10, 20, 50), 100, 100);
        double[] large = Framing.framed(bar(500, 400, 300, 100, 360, 340), 500, 400);
        assertThat(large).containsExactly(small, Offset.offset(1e-9));
    }

    @Test
    void aSmallDrawingIsMadeLarger() {
        double[] picture = Framing.framed(bar(28, 28, 3, 3, 5, 8), 28, 28);
        assertThat(Arrays.stream(picture).sum()).isCloseTo(20 * 8, Offset.offset(1e-9));
    }

    @Test
    void theCentreOfMassComesToTheMiddle() {
        double[] drawing = bar(100, 100, 0, 0, 20, 100);
        double[] foot = bar(100, 100, 0, 80, 100, 100);
        for (int i = 0; i < drawing.length; i++) {
            drawing[i] = Math.max(drawing[i], foot[i]);
        }
        double[] picture = Framing.framed(drawing, 100, 100);
        double mass = 0;
        double rows = 0;
        double columns = 0;
        for (int i = 0; i < picture.length; i++) {
            mass += picture[i];
            rows += picture[i] * Math.floorDiv(i, 28);
            columns += picture[i] * (i % 28);
        }
        assertThat(rows / mass).isCloseTo(14, Offset.offset(0.5));
        assertThat(columns / mass).isCloseTo(14, Offset.offset(0.5));
    }

    @Test
    void aWrittenDigitFramedAgainHardlyChanges() {
        double[] digit = new double[Framing.PIXELS];
        new Handwriting().write(3, Rng.of(1, Rng.Stream.DATA), digit, 0);
        double[] again = Framing.framed(digit, 28, 28);
        assertThat(Arrays.stream(again).sum()).isCloseTo(Arrays.stream(digit).sum(), Offset.offset(12.0));
    }

    @Test
    void anEmptySheetStaysEmpty() {
        assertThat(Framing.framed(new double[50 * 40], 50, 40)).isEqualTo(new double[Framing.PIXELS]);
    }

    @Test
    void aDrawingMustHaveTheSizeItClaims() {
        assertThatThrownBy(() -> Framing.framed(new double[10], 3, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
