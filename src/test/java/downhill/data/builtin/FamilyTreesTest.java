package downhill.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Held against reference/family_trees.json, whose first field names its source. */
class FamilyTreesTest {
    private static final JsonNode REFERENCE = reference();

    private static JsonNode reference() {
        try (InputStream in = FamilyTreesTest.class.getResourceAsStream("/reference/family_trees.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asString()));
        return values;
    }

    private static Dataset whole() {
        DataSpec.BuiltIn standard = DataSets.named("family-trees").orElseThrow().standard(1);
        return DataSets.build(
                new DataSpec.BuiltIn("family-trees", 1, 104, 0, 0, standard.targets(), standard.features()), 24);
    }

    @Test
    void theHundredAndFourCasesAreThePapers() {
        List<FamilyTree.Case> cases = FamilyTree.cases();
        JsonNode published = REFERENCE.get("cases_104");
        assertThat(cases).hasSize(published.size());
        for (int i = 0; i < cases.size(); i++) {
            FamilyTree.Case one = cases.get(i);
            JsonNode other = published.get(i);
            assertThat(FamilyTree.people().get(one.person()))
                    .isEqualTo(other.get("person").asString());
            assertThat(FamilyTree.relations().get(one.relation()))
                    .isEqualTo(other.get("relation").asString());
            assertThat(one.answers().stream().map(FamilyTree.people()::get))
                    .containsExactlyInAnyOrderElementsOf(strings(other.get("answers")));
        }
    }

    @Test
    void theCasesHoldTheHundredAndTwelveTriples() {
        List<List<String>> triples = new ArrayList<>();
        REFERENCE.get("triples_112").forEach(triple -> triples.add(strings(triple)));
        assertThat(FamilyTree.cases().stream()
                        .flatMap(one -> one.answers().stream()
                                .map(answer -> List.of(
                                        FamilyTree.people().get(one.person()),
                                        FamilyTree.relations().get(one.relation()),
                                        FamilyTree.people().get(answer)))))
                .containsExactlyInAnyOrderElementsOf(triples);
    }

    @Test
    void everyItalianStandsTwelveAfterTheEnglishTwin() {
        for (int person = 0; person < 12; person++) {
            assertThat(FamilyTree.people().get(person + 12))
                    .isEqualTo(REFERENCE
                            .get("twin")
                            .get(FamilyTree.people().get(person))
                            .asString());
        }
    }

    @Test
    void eachRowHasOnePersonOneRelationAndItsAnswers() {
        Dataset set = whole();
        assertThat(set.inputWidth()).isEqualTo(36);
        assertThat(set.size()).isEqualTo(104);
        int answers = 0;
        for (int e = 0; e < 104; e++) {
            FamilyTree.Case one = FamilyTree.cases().get(e);
            for (int i = 0; i < 36; i++) {
                boolean on = i == one.person() || i == 24 + one.relation();
                assertThat(set.inputs()[e * 36 + i]).isEqualTo(on ? 1 : 0);
            }
            for (int i = 0; i < 24; i++) {
                assertThat(set.targets()[e * 24 + i]).isEqualTo(one.answers().contains(i) ? 1 : 0);
                answers += set.targets()[e * 24 + i] == 1 ? 1 : 0;
            }
        }
        assertThat(answers).isEqualTo(112);
    }

    @Test
    void fourCasesAreHeldOutAndTheSeedSaysWhich() {
        DataSetInfo info = DataSets.named("family-trees").orElseThrow();
        Dataset one = DataSets.build(info.standard(1), 24);
        assertThat(one.size()).isEqualTo(100);
        assertThat(one.testSize()).isEqualTo(4);
        assertThat(one.testInputs())
                .isNotEqualTo(DataSets.build(info.standard(2), 24).testInputs());
    }

    @Test
    void personUnitsComeFirstThenRelationUnits() {
        assertThat(whole().inputNames()).hasSize(24 + 12);
        assertThat(whole().inputNames().get(24)).isEqualTo("father");
        assertThat(whole().task()).isEqualTo(new Dataset.Task.TwoTargets(0, 1));
    }
}
