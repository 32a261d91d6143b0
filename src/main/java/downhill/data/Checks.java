package downhill.data;

import java.util.List;

/** The refusal of values that a built-in set cannot take. */
final class Checks {
    private Checks() {}

    /** Passes only what {@link DataSets#build} can build. */
    static void check(DataSpec.BuiltIn spec, DataSetInfo info, int outputs) {
        if (!info.outputWidths().contains(outputs)) {
            throw new DataRefusedException(
                    DataRefusedException.OUTPUTS,
                    "the set " + info.name() + " needs " + neurons(info.outputWidths()) + " in the last layer, not "
                            + outputs);
        }
        checkCount(spec.count(), info);
        checkAmount("noise", spec.noise(), info.noise());
        checkAmount("testShare", spec.testShare(), info.testShare());
        checkTargets(spec, info);
        if (info.features()) {
            Features.check(spec.features());
        } else if (!spec.features().isEmpty()) {
            throw new DataRefusedException("/data/features", "the set " + info.name() + " has no features to choose");
        }
        checkSomethingRemains(
                info.count().settable() ? spec.count() : info.count().standard(), spec.testShare());
    }

    /** The widths in words: "one or two neurons", "10 neurons". */
    static String neurons(List<Integer> widths) {
        if (widths.size() > 1) {
            return "one or two neurons";
        }
        int width = widths.getFirst();
        return width == 1 ? "one neuron" : width + " neurons";
    }

    private static void checkCount(int count, DataSetInfo info) {
        DataSetInfo.Count allowed = info.count();
        if (allowed.settable() && (count < allowed.low() || count > allowed.high())) {
            throw new DataRefusedException(
                    "/data/count", count + " is not from " + allowed.low() + " to " + allowed.high());
        }
    }

    static void checkAmount(String name, double value, DataSetInfo.Amount allowed) {
        // Written so that NaN fails.
        if (!(value >= allowed.low() && value <= allowed.high())) {
            throw new DataRefusedException(
                    "/data/" + name,
                    allowed.settable()
                            ? value + " is not from " + allowed.low() + " to " + allowed.high()
                            : "this set has no " + name);
        }
    }

    private static void checkTargets(DataSpec.BuiltIn spec, DataSetInfo info) {
        Coding coding = Coding.of(spec.targets());
        if (info.kind() == DataSetInfo.Kind.NUMBER && !coding.equals(new Coding(0, 1))) {
            throw new DataRefusedException(
                    "/data/targets", "the targets of " + info.name() + " are numbers, not classes to be coded");
        }
    }

    static void checkSomethingRemains(int count, double testShare) {
        if (Split.held(count, testShare) >= count) {
            throw new DataRefusedException(
                    "/data/testShare", "of " + count + " examples at least one must be left to train on");
        }
    }
}
