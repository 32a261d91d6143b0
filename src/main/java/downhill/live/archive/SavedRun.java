package downhill.live.archive;

import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import java.util.List;
import java.util.Optional;

/**
 * All that makes a run: it is a pure function of this.
 *
 * @param view the name by which it is only read
 * @param visitor the name of the visitor who made it
 * @param parent the run it branched off
 * @param tweaks in order
 * @param progress the place that it has reached
 */
public record SavedRun(
        String id,
        String view,
        String visitor,
        Optional<String> parent,
        RunSpec spec,
        List<LoggedTweak> tweaks,
        Progress progress) {}
