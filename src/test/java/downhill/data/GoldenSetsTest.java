package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every built-in set keeps its bits for ever: saved runs and shared links are rebuilt from its name and seed alone. */
class GoldenSetsTest {
    /** A hash of all numbers of each set with its defaults and seed 1. */
    private static final Map<String, String> GOLDEN = Map.ofEntries(
            Map.entry("xor", "9a67b0da1d106495"),
            Map.entry("and", "87b7b0da1d106495"),
            Map.entry("or", "d037b0da1d106495"),
            Map.entry("gaussians", "f4bd590600a71428"),
            Map.entry("exclusive-or-cloud", "8637967e627ac694"),
            Map.entry("circle", "297681f5f6eb5707"),
            Map.entry("moons", "79f2dc6c744daae1"),
            Map.entry("spiral", "8871905a7132a6ef"),
            Map.entry("four-heaps", "366b803a27800a1e"),
            Map.entry("pinwheel", "f32cf75daa517fb"),
            Map.entry("sine", "7c7954af2dbe46e0"),
            Map.entry("plane", "3bbd78108f379364"),
            Map.entry("symmetry", "4ecdd579bea76625"),
            Map.entry("family-trees", "f41379095b0e3aa5"),
            Map.entry("digits", "4c0c6d4da7bbd423"));

    @TestFactory
    List<DynamicTest> aSetNeverChangesABit() {
        return DataSets.all().stream()
                .map(info -> DynamicTest.dynamicTest(
                        info.name(), () -> assertThat(hash(info)).isEqualTo(GOLDEN.get(info.name()))))
                .toList();
    }

    @Test
    void everySetHasItsHash() {
        assertThat(GOLDEN.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        DataSets.all().stream().map(DataSetInfo::name).toList());
    }

    /** Fowler, Noll and Vo's hash (FNV-1a) over the numbers' bits, 64 at a time. */
    private static String hash(DataSetInfo info) {
        Dataset set = DataSets.build(info.standard(1), info.outputWidths().getFirst());
        long hash = 0xCBF29CE484222325L;
        for (double[] part : List.of(set.inputs(), set.targets(), set.testInputs(), set.testTargets())) {
            for (double value : part) {
                hash = (hash ^ Double.doubleToLongBits(value)) * 0x100000001B3L;
            }
        }
        return Long.toHexString(hash);
    }
}
