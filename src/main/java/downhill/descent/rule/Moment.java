package downhill.descent.rule;

import downhill.math.Formula;
import java.util.Optional;

/**
 * A number that a rule remembers of each parameter, as a formula that explains it.
 *
 * @param value the new number
 * @param correctedBy the share by which a mean is corrected that began at 0: mean / (1 - share^t) in update t = 1, 2, …
 */
public record Moment(MomentName name, Formula<UpdateSymbol> value, Optional<Hyperparameter> correctedBy) {
    static Moment of(MomentName name, Formula<UpdateSymbol> value) {
        return new Moment(name, value, Optional.empty());
    }

    static Moment corrected(MomentName name, Formula<UpdateSymbol> value, Hyperparameter share) {
        return new Moment(name, value, Optional.of(share));
    }
}
