package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.data.builtin.FamilyTree;
import downhill.insight.family.FamilyAnswer;
import downhill.insight.family.FamilyAnswer.Question;
import downhill.insight.family.FamilyFeature;
import downhill.insight.family.FamilyScore;
import downhill.insight.family.PersonUnit;
import downhill.insight.health.LayerHealth;
import downhill.train.history.History;
import downhill.train.step.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every number that the second half of the lesson "Hidden units find features" claims in words: the family trees. */
class FamilyTreesClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("hidden-units")
            .orElseThrow();
    private static final List<String> FEATURES =
            Arrays.stream(FamilyFeature.values()).map(FamilyFeature::word).toList();

    /** The runs that were asked for, which nobody advances. */
    private static final Map<String, Run> TRAINED = new ConcurrentHashMap<>();

    private static Run after(String run, int steps) {
        return TRAINED.computeIfAbsent(
                run + " " + steps,
                asked -> LESSON.start(run, OptionalInt.of(steps)).newest());
    }

    private static FamilyAnswer ask(Run run, String person, String relation) {
        return FamilyAnswer.of(run, question(person, relation));
    }

    private static Question question(String person, String relation) {
        return new Question(
                FamilyTree.people().indexOf(person), FamilyTree.relations().indexOf(relation));
    }

    private static List<String> named(FamilyAnswer answer) {
        return answer.named().stream().map(FamilyTree.people()::get).toList();
    }

    /** The weight from a person to a person unit, counted from 1. */
    private static double weight(Run run, int unit, int person) {
        return run.weights(0)[(unit - 1) * 36 + person];
    }

    private static double meanSize(Run run) {
        return IntStream.range(0, 6 * 24)
                .mapToDouble(i -> Math.abs(weight(run, 1 + i / 24, i % 24)))
                .average()
                .orElseThrow();
    }

    @Test
    void theRunChangesItsRatesAfter20StepsAsThePaperDid() {
        History history = LESSON.start("trees", OptionalInt.of(21));
        assertThat(history.tweaks())
                .singleElement()
                .satisfies(tweak -> assertThat(tweak.step()).isEqualTo(20));
        assertThat(history.newest().optimizer().learningRate()).isEqualTo(0.05);
        assertThat(after("trees", 20).data().size()).isEqualTo(100);
        assertThat(FamilyTree.cases()).hasSize(104);
    }

    @Test
    void atFirstNoFactIsRightAndAfter1500StepsAllTrainedOnesAre() {
        assertThat(FamilyScore.of(after("trees", 21)).trained()).isZero();
        assertThat(FamilyScore.of(after("trees", 1500))).isEqualTo(new FamilyScore(100, 100, 2, 4));
        assertThat(FamilyScore.of(after("other-trees", 1500))).isEqualTo(new FamilyScore(100, 100, 3, 4));
    }

    @Test
    void theHeldOutAnswersAreThoseThatTheTextNames() {
        Run run = after("trees", 1500);
        assertThat(FamilyAnswer.heldOut(run.data()))
                .containsExactly(
                        question("Victoria", "brother"),
                        question("James", "father"),
                        question("Colin", "aunt"),
                        question("Gina", "nephew"));
        assertThat(ask(run, "Colin", "aunt").isRight()).isTrue();
        assertThat(named(ask(run, "Colin", "aunt"))).containsExactlyInAnyOrder("Margaret", "Jennifer");
        assertThat(named(ask(run, "Victoria", "brother"))).containsExactly("James");
        assertThat(named(ask(run, "Victoria", "husband"))).containsExactly("James");
        assertThat(named(ask(run, "Gina", "nephew"))).contains("Alfonso").hasSizeGreaterThan(1);
        assertThat(ask(run, "Alfonso", "aunt").heldOut()).isFalse();
    }

    @Test
    void theCardsNameThePeopleThatTheHintsSay() {
        assertThat(named(ask(after("trees", 1500), "Colin", "uncle"))).containsExactlyInAnyOrder("Arthur", "Charles");
        assertThat(named(ask(after("trees", 1500), "Alfonso", "aunt"))).containsExactlyInAnyOrder("Gina", "Angela");
    }

    @Test
    void thePersonWeightsGrow() {
        assertThat(meanSize(after("trees", 1500))).isGreaterThan(1.5 * meanSize(after("trees", 21)));
    }

    @Test
    void theUnitsStandForWhatTheTextSays() {
        Run run = after("trees", 1500);
        assertThat(PersonUnit.all(run).stream().map(PersonUnit::standsFor))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(FamilyFeature.NATIONALITY),
                        Optional.of(FamilyFeature.BRANCH),
                        Optional.of(FamilyFeature.GENERATION),
                        Optional.empty(),
                        Optional.of(FamilyFeature.GENERATION));
        double bias = run.biases(0)[1];
        for (int person = 0; person < 12; person++) {
            assertThat(weight(run, 2, person) + bias).isNegative();
            assertThat(weight(run, 2, person + 12) + bias).isPositive();
            if (Math.abs(weight(run, 3, person)) > 0.1) {
                assertThat(weight(run, 3, person) * weight(run, 3, person + 12)).isPositive();
            }
        }
        int margaret = FamilyTree.people().indexOf("Margaret");
        assertThat(weight(run, 3, margaret) / weight(run, 3, margaret + 12)).isBetween(0.7, 1.4);
    }

    @Test
    void theOtherSeedHasNoUnitForTheBranch() {
        assertThat(PersonUnit.all(after("other-trees", 1500)).stream().map(PersonUnit::standsFor))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(FamilyFeature.GENERATION),
                        Optional.of(FamilyFeature.NATIONALITY),
                        Optional.empty(),
                        Optional.of(FamilyFeature.GENERATION),
                        Optional.of(FamilyFeature.NATIONALITY));
    }

    @Test
    void thirtyOfSixtySeedsHaveAUnitForEachFeature() {
        JsonNode seeds = measured().get("seeds");
        List<List<String>> units = StreamSupport.stream(seeds.spliterator(), false)
                .map(FamilyTreesClaimsTest::units)
                .toList();
        assertThat(units).hasSize(60);
        assertThat(units.stream().filter(found -> found.containsAll(FEATURES))).hasSize(30);
        assertThat(units.stream().filter(found -> found.stream().allMatch(String::isEmpty)))
                .hasSize(1);
        assertThat(FEATURES.stream()
                        .map(feature -> units.stream()
                                .filter(found -> found.contains(feature))
                                .count()))
                .containsExactly(57L, 57L, 32L);
        for (int seed : List.of(1, 2, 3, 22)) {
            Run run = trained(seed);
            assertThat(PersonUnit.all(run).stream()
                            .map(unit ->
                                    unit.standsFor().map(FamilyFeature::word).orElse("")))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(units(seeds.get(String.valueOf(seed))));
            assertThat(FamilyScore.of(run).heldOut())
                    .isEqualTo(seeds.get(String.valueOf(seed)).get("heldOut").intValue());
        }
    }

    private static List<String> units(JsonNode seed) {
        return StreamSupport.stream(seed.get("units").spliterator(), false)
                .map(unit -> unit.isNull() ? "" : unit.asString())
                .toList();
    }

    /** The lesson's run from another seed, on the same facts. */
    private static Run trained(int seed) {
        LessonRun model = Objects.requireNonNull(LESSON.runs().get("trees"));
        return new LessonRun(model.spec().withSeed(seed), model.tweaks(), model.data())
                .at(1500)
                .newest();
    }

    private static JsonNode measured() {
        try (InputStream in = FamilyTreesClaimsTest.class.getResourceAsStream("/reference/family_trees_units.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void largeFirstStepsSaturateTheLastHiddenLayerAndEveryQuestionHasNearlyTheSameOutputs() {
        Run run = after("too-fast", 400);
        assertThat(after("too-fast", 0).weights(0)).isEqualTo(after("trees", 0).weights(0));
        assertThat(LayerHealth.of(run).get(2).flat().orElseThrow()).isGreaterThanOrEqualTo(0.66);
        double[] first = run.pass(0).activations()[4];
        for (int e = 1; e < 100; e++) {
            double[] other = run.pass(e).activations()[4];
            assertThat(IntStream.range(0, 24).mapToDouble(j -> Math.abs(first[j] - other[j])))
                    .allMatch(difference -> difference < 0.01);
        }
    }
}
