package downhill;

import downhill.data.DataRefusedException;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.data.Drawing;
import downhill.data.Table;
import downhill.live.RunBuilder;
import downhill.live.Uploads;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.train.history.Footprint;
import downhill.train.history.Footprint.Examples;
import downhill.train.history.History;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import java.util.List;
import java.util.function.Supplier;

/** Builds runs from their specifications. */
final class Engine implements RunBuilder {
    private final Uploads uploads;
    private final Supplier<Kernels> kernels;
    private final Shards shards;

    /**
     * Builds runs.
     *
     * @param uploads where uploaded files are found
     * @param kernels the kernels for a run that starts now
     * @param shards who does the parts of large networks' work
     */
    Engine(Uploads uploads, Supplier<Kernels> kernels, Shards shards) {
        this.uploads = uploads;
        this.kernels = kernels;
        this.shards = shards;
    }

    @Override
    public Footprint footprint(RunSpec spec) {
        return Footprint.of(spec, examples(spec), spec.data() instanceof DataSpec.Inline);
    }

    private Examples examples(RunSpec spec) {
        long outputs = spec.network().layers().getLast();
        return switch (spec.data()) {
            case DataSpec.BuiltIn d -> new Examples(d.count(), DataSets.inputWidth(d), outputs);
            case DataSpec.Drawn d ->
                new Examples(
                        d.digits().count()
                                + (long) Drawing.COPIES * d.drawings().size(),
                        DataSets.inputWidth(d.digits()),
                        outputs);
            case DataSpec.Inline d ->
                new Examples(d.inputs().size() + d.testInputs().size(), width(d), outputs);
            case DataSpec.Uploaded d ->
                uploads.find(d.id())
                        .map(table -> new Examples(d.count().orElse(table.size()), table.inputWidth(), outputs))
                        .orElse(new Examples(0, 0, 0));
        };
    }

    private static long width(DataSpec.Inline data) {
        return data.inputs().stream().mapToInt(List::size).max().orElse(0);
    }

    @Override
    public History start(RunSpec spec) {
        return new History(spec, data(spec), kernels.get(), shards, History.BUDGET);
    }

    private Dataset data(RunSpec spec) {
        try {
            int outputs = spec.network().layers().getLast();
            return switch (spec.data()) {
                case DataSpec.BuiltIn d -> DataSets.build(d, outputs);
                case DataSpec.Drawn d -> DataSets.build(d, outputs);
                case DataSpec.Inline d -> DataSets.build(d);
                case DataSpec.Uploaded d -> DataSets.build(d, table(d.id()), spec.seed(), outputs);
            };
        } catch (DataRefusedException e) {
            throw new RefusedException(List.of(new Problem(e.pointer(), sentence(e.detail()))));
        }
    }

    private Table table(String id) {
        return uploads.find(id)
                .orElseThrow(() -> new DataRefusedException(
                        "/data/id", "there is no uploaded file of this id; it may have been forgotten"));
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + (clause.endsWith(".") ? "" : ".");
    }
}
