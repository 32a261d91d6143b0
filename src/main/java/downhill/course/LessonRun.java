package downhill.course;

import downhill.data.Dataset;
import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import java.util.List;

/**
 * A run that scenes show: its specification, the changes that the lesson makes on the way, and the data that it trains on.
 *
 * @param tweaks in the order of their steps
 */
public record LessonRun(RunSpec spec, List<LoggedTweak> tweaks, Dataset data) {
    /** The run at its start. */
    public History start() {
        return new History(spec, data);
    }

    /** The run at a step, with the lesson's changes up to there. */
    public History at(int step) {
        History history = start();
        history.advance(step, tweaks, reached -> {});
        return history;
    }
}
