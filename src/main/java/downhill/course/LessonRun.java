package downhill.course;

import downhill.data.Dataset;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;

/** A run that scenes show: its specification, and the data that it trains on. */
public record LessonRun(RunSpec spec, Dataset data) {
    /** The run at its start. */
    public History start() {
        return new History(spec, data);
    }
}
