package downhill.descent;

/**
 * How a gradient becomes an update; the hyperparameters of one rule. The learning rate stands beside it in
 * {@link Optimizer}.
 */
public sealed interface UpdateRule {
    /** Gradient descent with momentum: v &larr; momentum*v - learningRate*g; w &larr; w + v; optionally Nesterov's look-ahead. */
    record Sgd(double momentum, boolean nesterov) implements UpdateRule {}

    /** RMSProp (Tieleman and Hinton, 2012): the gradient over the root of its decaying mean square. */
    record RmsProp(double decay, double epsilon) implements UpdateRule {}

    /** AdaGrad (Duchi, Hazan and Singer, 2011): the gradient over the root of its summed squares. */
    record AdaGrad(double epsilon) implements UpdateRule {}

    /** Adam (Kingma and Ba, 2015), epsilon outside the root. */
    record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {}

    /** The rule's name in a specification. */
    default String name() {
        return switch (this) {
            case Sgd s -> "sgd";
            case RmsProp r -> "rmsprop";
            case AdaGrad a -> "adagrad";
            case Adam a -> "adam";
        };
    }
}
