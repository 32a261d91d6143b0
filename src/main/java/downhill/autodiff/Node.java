package downhill.autodiff;

import java.util.List;
import java.util.Optional;

/**
 * One node of a computation graph.
 *
 * @param id its place in the evaluation order, from 0; operands have smaller ids
 * @param name the variable's or the assigned name
 * @param operation how its value comes from its operands
 * @param operands the ids of its operands, in order; the same id twice in x*x
 */
public record Node(int id, Optional<String> name, Operation operation, List<Integer> operands) {
    /** Tests whether the node is a variable, whose value the caller supplies. */
    public boolean isVariable() {
        return operation instanceof Operation.Variable;
    }
}
