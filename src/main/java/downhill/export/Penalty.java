package downhill.export;

import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import java.util.Optional;

/**
 * The penalty on large weights of a program that changes it: one of the rates is 0.
 *
 * @param l1 the rate of the sum of the weights' sizes
 * @param l2 the rate of half the sum of their squares
 */
public record Penalty(double l1, double l2) {
    static final Penalty NONE = new Penalty(0, 0);

    static Penalty of(Regularization penalty) {
        return penalty.norm() == Norm.L1 ? new Penalty(penalty.rate(), 0) : new Penalty(0, penalty.rate());
    }

    static Penalty of(Optional<Regularization> penalty) {
        return penalty.map(Penalty::of).orElse(NONE);
    }
}
