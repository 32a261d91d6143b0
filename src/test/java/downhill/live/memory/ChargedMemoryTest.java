package downhill.live.memory;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.json.RunSpecReader;
import downhill.train.history.Footprint;
import downhill.train.history.Footprint.Examples;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run is charged what it takes, and a little more. */
class ChargedMemoryTest {
    private static RunSpec spec(String json) {
        return RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Footprint footprint(RunSpec spec) {
        var data = (DataSpec.BuiltIn) spec.data();
        return Footprint.of(
                spec,
                new Examples(
                        data.count(),
                        DataSets.inputWidth(data),
                        spec.network().layers().getLast()),
                false);
    }

    private static String words(long bytes) {
        return bytes < 1_000_000 ? Math.round(bytes / 1e3) + " KB" : Math.round(bytes / 1e6) + " MB";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2-4-2-1, XOR | {\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 4, 2, 1]}}",
                "2-8-8-8-1, 500 points, batches of 10 | {\"data\": {\"name\": \"circle\", \"count\": 500}, \"network\": {\"layers\": [2, 8, 8, 8, 1]}, \"batch\": {\"size\": 10}}",
                "784-1000-115-10, 1,000 digits, batches of 32 | \"batch\": {\"size\": 32}",
                "the same with Adam | \"batch\": {\"size\": 32}, \"optimizer\": {\"name\": \"adam\"}",
                "the same, the whole set as one batch | \"batch\": {\"size\": 0}",
            })
    void whatTheDocsSayIsCharged(String run, String json) throws IOException {
        RunSpec spec = spec(
                json.startsWith("{")
                        ? json
                        : "{\"data\": {\"name\": \"digits\"}, \"network\": {\"layers\": [784, 1000, 115, 10]}, " + json
                                + "}");
        assertThat(Files.readString(Path.of("docs/limits.md")))
                .contains("| " + run + " | " + words(footprint(spec).resident()) + " |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 4, 2, 1]}}",
                "{\"data\": {\"name\": \"circle\", \"count\": 700}, \"network\": {\"layers\": [2, 90, 60, 1]}, \"optimizer\": {\"name\": \"adam\"}}",
            })
    void theHistoryTakesNoMoreThanIsCharged(String json) {
        RunSpec spec = spec(json);
        Dataset data = DataSets.build(
                (DataSpec.BuiltIn) spec.data(), spec.network().layers().getLast());
        History history = new History(spec, data);
        Footprint footprint = footprint(spec);
        for (int step = 0; step < 3; step++) {
            assertThat(history.bytes()).isLessThanOrEqualTo(footprint.resident());
            history.advance();
        }
        assertThat(footprint.resident() - footprint.counted()).isGreaterThan(8L * 3 * data.size());
    }

    @ParameterizedTest
    @CsvSource({"0, 512", "1, 16", "600, 512"})
    void aBatchIsChargedWithItsWidestPart(int size, int chunk) {
        RunSpec spec = spec("""
                {"data": {"name": "circle", "count": 1000}, "network": {"layers": [2, 1000, 1]}, "batch": {"size": %d}}""".formatted(size));
        assertThat(footprint(spec).batches()).isBetween(chunk * 1000L, 12L * chunk * 1000);
    }
}
