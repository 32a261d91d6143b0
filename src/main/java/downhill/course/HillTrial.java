package downhill.course;

import downhill.descent.Optimizer;
import java.util.List;

/** What a learner let a walker do: a descent from a start. */
public record HillTrial(List<Double> start, Optimizer optimizer, int steps) {}
