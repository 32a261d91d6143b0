package downhill.autodiff;

/** The operation that a node performs on its operands. */
public sealed interface Operation permits Operation.Variable, Operation.Constant, UnaryOperation, BinaryOperation {
    /** A number that the caller supplies; a graph has one node for each of its variables. */
    record Variable() implements Operation {
        @Override
        public String symbol() {
            return "variable";
        }

        @Override
        public int arity() {
            return 0;
        }
    }

    /** A number written in the expression, or pi or e. */
    record Constant(double value) implements Operation {
        @Override
        public String symbol() {
            return "constant";
        }

        @Override
        public int arity() {
            return 0;
        }
    }

    /** Its name: an operator's sign, a function's name, or {@code variable}, {@code constant}, {@code negate}, {@code identity}. */
    String symbol();

    /** The number of operands. */
    int arity();
}
