package downhill.json;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Drawing;
import downhill.data.Features;
import downhill.json.digits.DrawingJson;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code data} member of a specification. */
final class DataSpecReader {
    private static final String DIGITS = "digits";

    private DataSpecReader() {}

    static DataSpec read(Members top, long seed) {
        if (!top.has("data")) {
            top.problems().shape(top.at("data"), "The field \"data\" is missing.");
            return new DataSpec.Inline(List.of(), List.of(), List.of(), List.of());
        }
        Members m = top.object("data");
        List<String> names = new ArrayList<>();
        DataSets.all().forEach(info -> names.add(info.name()));
        names.addAll(List.of("inline", "file"));
        String name = m.choice("name", names);
        DataSpec spec = switch (name) {
            case "inline" -> inline(m);
            case "file" -> file(m);
            default -> builtIn(m, DataSets.named(name).orElseThrow(), seed);
        };
        if (!m.problems().any()) {
            m.refuseUnknown();
        }
        return spec;
    }

    private static DataSpec inline(Members m) {
        m.requiredArray("inputs");
        m.requiredArray("targets");
        return new DataSpec.Inline(
                rows(m, "inputs"), rows(m, "targets"), rows(m, "testInputs"), rows(m, "testTargets"));
    }

    private static List<List<Double>> rows(Members m, String name) {
        return m.value(name).map(Value::rows).orElse(List.of());
    }

    private static DataSpec file(Members m) {
        return new DataSpec.Uploaded(
                m.text("id"),
                m.optionalWhole("count", 1, RunSpecReader.MOST_INDEX).map(Long::intValue),
                m.number("testShare", 0, Range.SHARE));
    }

    private static DataSpec builtIn(Members m, DataSetInfo info, long seed) {
        DataSpec.BuiltIn set = ofInfo(m, info, seed);
        List<Drawing> drawings = set.name().equals(DIGITS) ? DrawingJson.list(m) : List.of();
        return drawings.isEmpty() ? set : new DataSpec.Drawn(set, drawings);
    }

    private static DataSpec.BuiltIn ofInfo(Members m, DataSetInfo info, long seed) {
        DataSpec.BuiltIn standard = info.standard(seed);
        DataSetInfo.Count count = info.count();
        DataSetInfo.Amount noise = info.noise();
        DataSetInfo.Amount share = info.testShare();
        List<String> features = m.list("features", (i, v) -> v.choice(Features.ALL, "x"));
        return new DataSpec.BuiltIn(
                info.name(),
                m.whole("seed", standard.seed(), 0, RunSpecReader.LARGEST_SEED),
                (int) m.whole("count", standard.count(), count.low(), count.high()),
                m.number("noise", standard.noise(), Range.closed(noise.low(), noise.high())),
                m.number("testShare", standard.testShare(), Range.closed(share.low(), share.high())),
                targets(m).orElse(standard.targets()),
                features.isEmpty() ? standard.features() : features);
    }

    private static Optional<List<Double>> targets(Members m) {
        return m.value("targets").map(v -> {
            List<Double> targets = v.numbers();
            if (targets.size() != 2 || targets.get(0).equals(targets.get(1))) {
                v.problems().value(v.pointer(), "Two different numbers are expected here, one for each class.");
            }
            return targets;
        });
    }
}
