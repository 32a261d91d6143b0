package downhill.course;

import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.net.activation.Activation;
import downhill.train.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings with which a learner may begin a scene's run again.
 *
 * @param activations of all hidden layers
 */
public record Choices(List<Activation> activations, List<Initializer> initializers) {
    /** One choice; what is absent stays as the run has it. */
    public record Choice(Optional<Activation> activation, Optional<Initializer> initializer) {
        /** A specification with these settings. */
        public RunSpec of(RunSpec spec) {
            NetworkSpec network = spec.network();
            NetworkSpec chosen = new NetworkSpec(
                    network.layers(),
                    activation.map(a -> withHidden(network.activations(), a)).orElse(network.activations()),
                    initializer.orElse(network.initializer()),
                    network.given(),
                    network.groups());
            return new RunSpec(
                    spec.seed(),
                    spec.data(),
                    chosen,
                    spec.cost(),
                    spec.batch(),
                    spec.optimizer(),
                    spec.regularization(),
                    spec.dropout(),
                    spec.frozen());
        }

        private static List<Activation> withHidden(List<Activation> all, Activation hidden) {
            return Stream.concat(all.stream().skip(1).map(layer -> hidden), Stream.of(all.getLast()))
                    .toList();
        }
    }

    /** Every specification that the choices make of one. */
    public List<RunSpec> all(RunSpec spec) {
        List<RunSpec> all = new ArrayList<>();
        for (Activation activation : activations) {
            for (Initializer initializer : initializers) {
                all.add(new Choice(Optional.of(activation), Optional.of(initializer)).of(spec));
            }
        }
        return List.copyOf(all);
    }
}
