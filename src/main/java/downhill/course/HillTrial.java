package downhill.course;

import downhill.descent.Optimizer;
import java.util.List;

/** A descent that a learner let a walker make from a start. */
public record HillTrial(List<Double> start, Optimizer optimizer, int steps) {}
