package downhill.data;

/** The refusal of values that a built-in set cannot take. */
final class Checks {
    private Checks() {}

    /** Passes only what {@link DataSets#build} can build. */
    static void check(DataSpec.BuiltIn spec, DataSetInfo info, int outputs) {
        if (!info.outputWidths().contains(outputs)) {
            throw new DataRefusedException(
                    DataRefusedException.OUTPUTS,
                    "the set " + info.name() + " needs " + either(info) + " in the last layer, not " + outputs);
        }
        checkCount(spec.count(), info);
        checkAmount("noise", spec.noise(), info.noise());
        checkAmount("testShare", spec.testShare(), info.testShare());
        Coding.of(spec.targets());
        if (info.features()) {
            Features.check(spec.features());
        }
        checkSomethingRemains(spec, info);
    }

    private static String either(DataSetInfo info) {
        if (info.outputWidths().size() > 1) {
            return "one or two neurons";
        }
        int width = info.outputWidths().getFirst();
        return width == 1 ? "one neuron" : width + " neurons";
    }

    private static void checkCount(int count, DataSetInfo info) {
        DataSetInfo.Count allowed = info.count();
        if (allowed.settable() && (count < allowed.low() || count > allowed.high())) {
            throw new DataRefusedException(
                    "/data/count", count + " is not from " + allowed.low() + " to " + allowed.high());
        }
    }

    private static void checkAmount(String name, double value, DataSetInfo.Amount allowed) {
        // Written so that NaN fails.
        if (!(value >= allowed.low() && value <= allowed.high())) {
            throw new DataRefusedException(
                    "/data/" + name,
                    allowed.settable()
                            ? value + " is not from " + allowed.low() + " to " + allowed.high()
                            : "this set has no " + name);
        }
    }

    private static void checkSomethingRemains(DataSpec.BuiltIn spec, DataSetInfo info) {
        int count = info.count().settable() ? spec.count() : info.count().standard();
        if (Split.held(count, spec.testShare()) >= count) {
            throw new DataRefusedException(
                    "/data/testShare", "of " + count + " examples at least one must be left to train on");
        }
    }
}
