/**
 * The perceptron-convergence procedure (Rosenblatt, 1958) on the four corners of the unit square: its visits and corrections, the
 * bound on its mistakes, its cycles, and one neuron that gradient descent trains on the same examples.
 */
@org.jspecify.annotations.NullMarked
package downhill.train.perceptron;
