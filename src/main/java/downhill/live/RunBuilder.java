package downhill.live;

import downhill.train.history.Footprint;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;

/** Builds runs from their specifications. */
public interface RunBuilder {
    /** The memory that the run will take, worked out before anything is built. */
    Footprint footprint(RunSpec spec);

    /** The run at step 0; RefusedException with the reasons if it cannot be built. */
    History start(RunSpec spec);
}
