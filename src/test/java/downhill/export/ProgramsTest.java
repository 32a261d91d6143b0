package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.json.RunSpecReader;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramsTest {
    private static final String HOSTILE = "\"\"\"\nimport os; os.abort() # */ System.exit(1);";

    private static RunSpec read(String json) {
        return RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Recipe recipe(RunSpec spec) {
        var data = new DataSpec.Inline(List.of(List.of(0.0, 1.0)), List.of(List.of(1.0)), List.of(), List.of());
        return new Recipe(spec, DataSets.build(data), List.of(), 3);
    }

    private static RunSpec with(RunSpec spec, DataSpec data) {
        return new RunSpec(
                spec.seed(),
                data,
                spec.network(),
                spec.cost(),
                spec.batch(),
                spec.optimizer(),
                spec.regularization(),
                spec.dropout(),
                spec.frozen());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aNameThatAUserChoseIsNoPartOfTheProgram(Format format) {
        RunSpec spec = read("{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 2, 1]}}");
        var file = new DataSpec.Uploaded(HOSTILE, Optional.empty(), 0);
        var set = new DataSpec.BuiltIn(HOSTILE, 1, 4, 0, 0, List.of(), List.of(HOSTILE));
        assertThat(Programs.write(format, recipe(with(spec, file)))).doesNotContain("abort", "System.exit");
        assertThat(Programs.write(format, recipe(with(spec, set)))).doesNotContain("abort", "System.exit");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameRunGivesTheSameText(Format format) {
        Recipe recipe = Cases.recipe(Cases.all().getFirst().run());
        assertThat(Programs.write(format, recipe)).isEqualTo(Programs.write(format, recipe));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aRunTooLargeToBeWrittenDownIsRefused(Format format) {
        RunSpec spec = read("{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1200, 1700, 1]}}");
        assertThatThrownBy(() -> Programs.write(format, recipe(spec)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.pointer()).isEqualTo("/network/layers")));
    }
}
