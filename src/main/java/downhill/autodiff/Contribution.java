package downhill.autodiff;

/**
 * One term of the chain rule: what passes along one edge of a graph in a sweep. Backward, from a node to its operand;
 * forward, from an operand to its node.
 *
 * @param operand the operand's id
 * @param localDerivative the node's derivative by this operand
 * @param contribution the local derivative times what the sender has: dL/dnode backward, the operand's derivative forward
 * @param sum the receiver's partial sum after it
 */
public record Contribution(int operand, double localDerivative, double contribution, double sum) {}
