package downhill.web.card;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.web.page.Sharing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CardsTest {
    private static final Course COURSE = CourseReader.read(Content.onClassPath(), "");

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Set<Integer> colours(BufferedImage image, int fromX, int toX) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = fromX; x < toX; x += 3) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }

    @TestFactory
    List<DynamicTest> everyLessonHasACardWithAPictureOfItsOwn() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lesson lesson : COURSE.lessons()) {
            tests.add(DynamicTest.dynamicTest(lesson.slug(), () -> {
                byte[] png = Cards.of(lesson, Sharing.plain(lesson.question()));
                BufferedImage image = read(png);
                assertThat(image.getWidth()).isEqualTo(1200);
                assertThat(image.getHeight()).isEqualTo(630);
                assertThat(colours(image, 662, 1200)).hasSizeGreaterThan(12);
                assertThat(png).hasSizeLessThan(300_000);
                // The margin stays free: no word runs into it.
                assertThat(colours(image, 0, 60)).containsExactly(Palette.PAPER.rgb());
                assertThat(colours(image, 632, 654)).containsExactly(Palette.PAPER.rgb());
            }));
        }
        return tests;
    }

    @Test
    void aCardIsTheSameEveryTime() {
        assertThat(Cards.ofPlayground()).isEqualTo(Cards.ofPlayground());
        assertThat(Cards.ofSite()).isEqualTo(Cards.ofSite()).isNotEqualTo(Cards.ofPlayground());
    }

    @Test
    void everyTitleAndQuestionCanBeWritten() {
        for (Lesson lesson : COURSE.lessons()) {
            assertThat(Typeface.SERIF.has(lesson.title())).as(lesson.title()).isTrue();
            assertThat(Typeface.SANS.has(lesson.question()))
                    .as(lesson.question())
                    .isTrue();
        }
        assertThat(Typeface.SANS.has("β")).isFalse();
    }

    @Test
    void linesBreakBetweenWordsWithinTheirWidth() {
        assertThat(Typeface.SERIF.lines("one two three", 10, Typeface.SERIF.width("one two", 10)))
                .containsExactly("one two", "three");
        assertThat(Typeface.SERIF.width("AV", 100))
                .as("kerned")
                .isLessThan(Typeface.SERIF.width("A", 100) + Typeface.SERIF.width("V", 100));
    }

    @Test
    void theColoursAreThoseOfTheLightTheme() throws IOException {
        String tokens = Files.readString(Path.of("web/static/css/tokens.css"));
        for (Palette colour : Palette.values()) {
            String name = colour.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(tokens).contains(String.format("--%s: light-dark(#%06x,", name, colour.rgb()));
        }
    }

    @Test
    void anIconHasTheMarkInsideTheCircleThatAMaskMayKeep() throws IOException {
        for (int side : new int[] {192, 512}) {
            BufferedImage icon = read(Cards.icon(side));
            assertThat(icon.getWidth()).isEqualTo(side);
            int ball = 0;
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    int rgb = icon.getRGB(x, y) & 0xffffff;
                    if (Math.hypot(x - side / 2.0, y - side / 2.0) > 0.4 * side) {
                        assertThat(rgb).isEqualTo(Palette.PAPER.rgb());
                    }
                    ball += rgb == Palette.COST.rgb() ? 1 : 0;
                }
            }
            assertThat(ball).isGreaterThan(side);
        }
    }
}
