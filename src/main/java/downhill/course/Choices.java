package downhill.course;

import downhill.math.text.NumberText;
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
    private static final int DIGITS = 4;

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

    /** The name of initial weights for people, as the figure writes it. */
    public static String label(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Uniform i -> "uniform, \u00b1" + NumberText.plain(i.range(), DIGITS);
            case Initializer.Normal i -> "normal, spread " + NumberText.plain(i.scale(), DIGITS);
            case Initializer.XavierUniform i -> "Xavier";
            case Initializer.XavierNormal i -> "Xavier, normal";
            case Initializer.HeUniform i -> "He, uniform";
            case Initializer.HeNormal i -> "He";
            case Initializer.Zeros i -> "all 0";
            case Initializer.Constant i -> "all " + NumberText.plain(i.value(), DIGITS);
            case Initializer.ByActivation i -> "usual";
        };
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
