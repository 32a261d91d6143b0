package downhill.train.step;

import downhill.net.NetworkSpec;
import downhill.train.spec.FrozenCheck;
import downhill.train.spec.ParameterBounds;
import downhill.train.spec.Problem;
import downhill.train.spec.Tweak;
import downhill.train.spec.Tweak.BiasValue;
import downhill.train.spec.Tweak.WeightValue;
import java.util.ArrayList;
import java.util.List;

/** Finds what in a tweak does not fit its run, beside the optimizer's numbers. */
public final class TweakCheck {
    private TweakCheck() {}

    static List<Problem> problems(Tweak tweak, Plan plan) {
        NetworkSpec network = plan.spec().network();
        List<Problem> problems = new ArrayList<>();
        tweak.frozen().ifPresent(frozen -> problems.addAll(FrozenCheck.problems(frozen, network)));
        tweak.batch()
                .size()
                .filter(size -> size < 0)
                .ifPresent(size -> problems.add(
                        new Problem("/batch/size", "A whole number from 0 is allowed, not " + size + ".")));
        for (int i = 0; i < tweak.weights().size(); i++) {
            WeightValue w = tweak.weights().get(i);
            String pointer = "/weights/" + i;
            ParameterBounds.weight(network, w.l(), w.j(), w.k())
                    .or(() -> plan.missing().get(plan.shape().weight(w.l(), w.j(), w.k()))
                            ? java.util.Optional.of("This weight does not exist: the groups cut it.")
                            : java.util.Optional.empty())
                    .ifPresent(detail -> problems.add(new Problem(pointer + "/at", detail)));
            checkValue(problems, pointer, w.value());
        }
        for (int i = 0; i < tweak.biases().size(); i++) {
            BiasValue b = tweak.biases().get(i);
            String pointer = "/biases/" + i;
            ParameterBounds.bias(network, b.l(), b.j())
                    .ifPresent(detail -> problems.add(new Problem(pointer + "/at", detail)));
            checkValue(problems, pointer, b.value());
        }
        return problems;
    }

    private static void checkValue(List<Problem> problems, String pointer, double value) {
        if (!Double.isFinite(value)) {
            problems.add(new Problem(pointer + "/value", "A finite number is allowed, not " + value + "."));
        }
    }
}
