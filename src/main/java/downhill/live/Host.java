package downhill.live;

import downhill.live.watch.FrameMaker;
import downhill.live.work.Trainer;

/** The parts of a server that all its runs use. */
record Host(Trainer trainer, FrameMaker frames, ServerLimits limits) {}
