package downhill.data;

import downhill.data.builtin.BuiltInSet;
import downhill.data.builtin.Circle;
import downhill.data.builtin.CurveSet;
import downhill.data.builtin.Digits;
import downhill.data.builtin.Examples;
import downhill.data.builtin.ExclusiveOrCloud;
import downhill.data.builtin.FamilyTrees;
import downhill.data.builtin.FourHeaps;
import downhill.data.builtin.Gaussians;
import downhill.data.builtin.Moons;
import downhill.data.builtin.Pinwheel;
import downhill.data.builtin.PlaneSet;
import downhill.data.builtin.Spiral;
import downhill.data.builtin.Symmetry;
import downhill.data.builtin.TruthTable;
import downhill.math.Rng;
import java.util.List;
import java.util.Optional;

/** The door to the built-in sets: what there are, and how one becomes a {@link Dataset}. */
public final class DataSets {
    private static final List<BuiltInSet> ALL = List.of(
            TruthTable.xor(),
            TruthTable.and(),
            TruthTable.or(),
            new Gaussians(),
            new ExclusiveOrCloud(),
            new Circle(),
            new Moons(),
            new Spiral(),
            new FourHeaps(),
            new Pinwheel(),
            new CurveSet(),
            new PlaneSet(),
            new Symmetry(),
            new FamilyTrees(),
            new Digits());

    /** Parts of the stream DATA: a set's examples do not move when its share held out changes. */
    static final int POINTS = 0;

    static final int SPLIT = 1;

    private DataSets() {}

    /** All built-in sets, in the order in which they are offered. */
    public static List<DataSetInfo> all() {
        return ALL.stream().map(BuiltInSet::info).toList();
    }

    /** The description of the built-in set of this name, if there is one. */
    public static Optional<DataSetInfo> named(String name) {
        return find(name).map(BuiltInSet::info);
    }

    /** The inputs of each example of a specification's set; 0 if there is no such set. */
    public static int inputWidth(DataSpec.BuiltIn spec) {
        return named(spec.name())
                .map(info -> info.features()
                        ? spec.features().size()
                        : info.inputNames().size())
                .orElse(0);
    }

    /**
     * The examples of a specification with the coordinates of their points as inputs, where the network gets functions of these instead, and the points
     * cannot be read off its inputs; else nothing.
     */
    public static Optional<Dataset> points(DataSpec spec, int outputs) {
        return Optional.of(spec)
                .filter(DataSpec.BuiltIn.class::isInstance)
                .map(DataSpec.BuiltIn.class::cast)
                .filter(set -> !set.features().isEmpty() && !startsWithPoint(set.features()))
                .map(set -> build(set.withFeatures(Features.STANDARD), outputs));
    }

    private static boolean startsWithPoint(List<String> features) {
        int width = Features.STANDARD.size();
        return features.size() >= width && features.subList(0, width).equals(Features.STANDARD);
    }

    /** Over which coordinates a specification's data are drawn, if they are points of a plane or a curve of ours. */
    public static Optional<DataSetInfo.Domain> domain(DataSpec spec) {
        return spec instanceof DataSpec.BuiltIn builtIn
                ? named(builtIn.name()).filter(info -> info.dimensions() > 0).map(DataSetInfo::domain)
                : Optional.empty();
    }

    /**
     * The built-in set of a specification: a pure function of both arguments.
     *
     * @param outputs the network's output width; a set of two classes has one target, or two one-hot ones for two outputs
     * @throws DataRefusedException for a value that is not allowed, and for an output width that does not fit
     */
    public static Dataset build(DataSpec.BuiltIn spec, int outputs) {
        BuiltInSet set = find(spec.name())
                .orElseThrow(() -> new DataRefusedException(
                        "/data/name", "there is no set \"" + spec.name() + "\"; there are " + names()));
        Checks.check(spec, set.info(), outputs);
        int count = set.info().count().settable()
                ? spec.count()
                : set.info().count().standard();
        Examples examples = set.draw(count, spec.noise(), Rng.of(spec.seed(), Rng.Stream.DATA, POINTS));
        return parted(coded(set.info(), examples, spec, outputs), set.info(), spec);
    }

    /**
     * The built-in digits with somebody's drawings among those to train on.
     *
     * @throws DataRefusedException as for the set itself, for too many drawings, and for drawings out of order
     */
    public static Dataset build(DataSpec.Drawn spec, int outputs) {
        return DrawnDigits.build(spec, build(spec.digits(), outputs));
    }

    /**
     * The set that a specification gives in full.
     *
     * @throws DataRefusedException for no rows, ragged rows, unpaired rows and numbers that are not finite
     */
    public static Dataset build(DataSpec.Inline spec) {
        return InlineData.build(spec);
    }

    /**
     * The examples of an uploaded file that a specification asks for: drawn from all by the seed, in the file's order.
     *
     * @param seed the run's
     * @param outputs the network's output width; two classes have one target, or two one-hot ones for two outputs
     * @throws DataRefusedException for more examples than there are, and for an output width that does not fit
     */
    public static Dataset build(DataSpec.Uploaded spec, Table table, long seed, int outputs) {
        return TableData.build(spec, table, seed, outputs);
    }

    private static Examples coded(DataSetInfo info, Examples raw, DataSpec.BuiltIn spec, int outputs) {
        Examples examples = info.features() ? Features.applied(raw, spec.features()) : raw;
        double[] targets = info.kind() == DataSetInfo.Kind.NUMBER
                ? examples.targets()
                : Coding.of(spec.targets()).targets(examples, outputs);
        return new Examples(examples.inputWidth(), outputs, examples.inputs(), targets);
    }

    private static Dataset parted(Examples examples, DataSetInfo info, DataSpec.BuiltIn spec) {
        int width = examples.inputWidth();
        int outputs = examples.targetWidth();
        boolean[] held = Split.drawn(examples.size(), spec.testShare(), Rng.of(spec.seed(), Rng.Stream.DATA, SPLIT));
        return new Dataset(
                width,
                outputs,
                Split.rows(examples.inputs(), width, held, false),
                Split.rows(examples.targets(), outputs, held, false),
                Split.rows(examples.inputs(), width, held, true),
                Split.rows(examples.targets(), outputs, held, true),
                Coding.of(spec.targets()).task(info.kind(), outputs),
                info.features() ? Features.labels(spec.features()) : info.inputNames(),
                info.classNames());
    }

    private static Optional<BuiltInSet> find(String name) {
        return ALL.stream().filter(set -> set.info().name().equals(name)).findFirst();
    }

    private static List<String> names() {
        return all().stream().map(DataSetInfo::name).toList();
    }
}
