package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.descent.rule.Hyperparameter;
import downhill.json.TweakJson;
import downhill.train.history.History;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentences of the lesson "To your code" about its programs. They are here because they run the programs as the tests of this package do. */
class ToYourCodeClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("to-your-code")
            .orElseThrow();
    private static final Set<Part> BACKWARD = EnumSet.of(Part.OUTPUT_DELTA, Part.GRADIENT, Part.HIDDEN_DELTA);

    private static History run(int steps) {
        return LESSON.start("own", OptionalInt.of(steps));
    }

    private static Listing listing(Format format, History run) {
        return Listing.of(format, Cases.recipe(run), ShownCosts.of(run));
    }

    /** The lines of the loop over the steps without comments and empty lines. */
    private static List<Listing.Line> loop(Format format) {
        List<Listing.Line> lines = listing(format, run(5)).lines();
        return lines.stream()
                .dropWhile(line -> !line.part().equals(Optional.of(Part.LOOP)))
                .filter(line -> !line.text().isBlank() && !line.text().strip().startsWith("#"))
                .toList();
    }

    private static List<Part> parts(List<Listing.Line> lines) {
        return lines.stream().flatMap(line -> line.part().stream()).toList();
    }

    @Test
    void theLoopNeedsEightLinesForTheBackwardPass() {
        assertThat(parts(loop(Format.NUMPY))).filteredOn(BACKWARD::contains).hasSize(8);
        assertThat(loop(Format.NUMPY))
                .hasSizeLessThan(listing(Format.NUMPY, run(5)).count() / 2);
    }

    @Test
    void theNumPyProgramHasAboutAHundredLines() {
        assertThat(listing(Format.NUMPY, run(5)).count()).isBetween(95, 105);
    }

    @Test
    void theLinesThatTheQuestionsQuoteAreInTheProgram() {
        String program = Programs.write(Format.NUMPY, Cases.recipe(run(5)));
        assertThat(program)
                .contains("z.append(a[l] @ W[l].T + b[l])\n")
                .contains("dW[l] = scale * (delta.T @ a[l])")
                .contains("db[l] = scale * delta")
                .contains("delta = delta @ W[l] ")
                .contains("p += u\n")
                .contains("scale = 1.0 / len(x)\n")
                .contains("cost = scale * costs(");
    }

    @Test
    void pyTorchsBackwardReplacesTheDeltasAndTheGradientsAlone() {
        Set<Part> without = new HashSet<>(parts(loop(Format.NUMPY)));
        without.removeAll(BACKWARD);
        without.add(Part.AUTOGRAD);
        assertThat(new HashSet<>(parts(loop(Format.PYTORCH)))).isEqualTo(without);
        assertThat(loop(Format.PYTORCH)).anyMatch(line -> line.text().contains("cost.backward()"));
    }

    @Test
    void momentumChangesTheSettingsTheUpdateAndAddsALineForTheChange() {
        History changed = run(5);
        changed.tweak(TweakJson.read("{\"optimizer\": {\"momentum\": 0.9}}".getBytes(StandardCharsets.UTF_8)));
        Set<String> before = listing(Format.NUMPY, run(5)).lines().stream()
                .map(Listing.Line::text)
                .collect(Collectors.toSet());
        List<Listing.Line> different = listing(Format.NUMPY, changed).lines().stream()
                .filter(line -> !before.contains(line.text()))
                .toList();
        assertThat(new HashSet<>(parts(different))).isEqualTo(EnumSet.of(Part.SETTINGS, Part.CHANGE, Part.UPDATE));
    }

    @Test
    void withALearningRateOfOneTheCostIsStillAboutATenthAfterTwoHundredSteps() {
        assertThat(run(0).newest().spec().optimizer().learningRate()).isEqualTo(1);
        assertThat(run(200).cost(200)).isCloseTo(0.1, within(0.005));
    }

    @Test
    void theJavaProgramPrintsExactlyTheShownDigits(@TempDir Path folder) throws Exception {
        History run = run(5);
        Path file = Files.writeString(folder.resolve("Downhill.java"), Programs.write(Format.JAVA, Cases.recipe(run)));
        Path printed = folder.resolve("printed");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), file.toString())
                .redirectOutput(printed.toFile())
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(exit).isZero();
        assertThat(Files.readAllLines(printed))
                .isEqualTo(listing(Format.JAVA, run).costs());
    }

    @Test
    void theFirstTwelveDigitsOfTheNumPyProgramAgree(@TempDir Path folder) throws IOException {
        History run = run(5);
        List<String> lines = numPy(Programs.write(Format.NUMPY, Cases.recipe(run)), folder);
        List<String> shown = listing(Format.NUMPY, run).costs();
        assertThat(lines).hasSameSizeAs(shown);
        for (int i = 0; i < lines.size(); i++) {
            // "0 0.xxxxxxxxxxxx": the step, a space, the zero and its point, and twelve digits
            assertThat(lines.get(i).substring(0, 16)).isEqualTo(shown.get(i).substring(0, 16));
        }
    }

    @Test
    void withoutTheScaleOfTheCostTheProgramPrintsFourTimesTheCostAtEveryStep(@TempDir Path folder) throws IOException {
        History run = run(5);
        String program = Programs.write(Format.NUMPY, Cases.recipe(run));
        List<String> lines = numPy(program.replace("cost = scale * costs(", "cost = costs("), folder);
        for (int step = 0; step <= 5; step++) {
            double printed = Double.parseDouble(lines.get(step).split(" ", 2)[1]);
            assertThat(printed).isCloseTo(4 * run.cost(step), within(1e-12));
        }
    }

    private static List<String> numPy(String program, Path folder) throws IOException {
        Optional<Python> python = Python.with("numpy");
        assumeTrue(python.isPresent(), "there is no python3 with numpy here");
        return python.get().run(program, folder).lines().toList();
    }

    @Test
    void theRunIsTunedByItsLearningRateAlone() {
        assertThat(run(0).newest().spec().optimizer().rule().setting(Hyperparameter.MOMENTUM, 0))
                .isZero();
    }
}
