package downhill;

import downhill.data.DataRefusedException;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.data.Table;
import downhill.live.Uploads;
import downhill.train.History;
import downhill.train.Problem;
import downhill.train.RefusedException;
import downhill.train.RunSpec;
import java.util.List;

/** Builds runs from their specifications. */
final class Engine {
    private final Uploads uploads;

    Engine(Uploads uploads) {
        this.uploads = uploads;
    }

    /** The run of a specification at step 0; RefusedException with the reasons if it cannot be built. */
    History start(RunSpec spec) {
        return new History(spec, data(spec));
    }

    private Dataset data(RunSpec spec) {
        try {
            int outputs = spec.network().layers().getLast();
            return switch (spec.data()) {
                case DataSpec.BuiltIn d -> DataSets.build(d, outputs);
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
