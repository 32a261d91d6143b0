package downhill.descent.rule;

import downhill.descent.rule.RuleCode.MomentCode;
import downhill.math.Formula;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gradient descent with momentum: v &larr; momentum*v - learningRate*g; u = v. With Nesterov's look-ahead (in the form
 * of Sutskever et al., 2013, where w is the point looked ahead to) u = momentum*v - learningRate*g with the new v.
 */
public record Sgd(double momentum, boolean nesterov) implements UpdateRule {
    private static final String NESTEROV = "nesterov";
    private static final Formula<UpdateSymbol> MOMENTUM = UpdateSymbol.setting(Hyperparameter.MOMENTUM);
    private static final Formula<UpdateSymbol> STEP = UpdateSymbol.RATE.times(UpdateSymbol.GRADIENT);
    private static final Moment VELOCITY = Moment.of(
            MomentName.VELOCITY,
            MOMENTUM.times(UpdateSymbol.old(MomentName.VELOCITY)).minus(STEP));

    private static final List<Moment> MOMENTS = List.of(VELOCITY);

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting(Hyperparameter.MOMENTUM, momentum));
    }

    @Override
    public UpdateRule with(Map<Hyperparameter, Double> values) {
        return new Sgd(values.getOrDefault(Hyperparameter.MOMENTUM, momentum), nesterov);
    }

    @Override
    public Map<String, Boolean> choices() {
        return Map.of(NESTEROV, nesterov);
    }

    @Override
    public UpdateRule with(String choice, boolean taken) {
        return new Sgd(momentum, choice.equals(NESTEROV) ? taken : nesterov);
    }

    @Override
    public List<Moment> moments() {
        return MOMENTS;
    }

    @Override
    public Formula<UpdateSymbol> formula() {
        return momentum == 0
                ? STEP.opposite()
                : nesterov
                        ? MOMENTUM.times(UpdateSymbol.renewed(MomentName.VELOCITY))
                                .minus(STEP)
                        : VELOCITY.value();
    }

    @Override
    public RuleCode code(Set<Hyperparameter> used) {
        if (!used.contains(Hyperparameter.MOMENTUM)) {
            return RuleCode.of(List.of(), "u = -learning_rate * g", "double u = -learningRate * g[i];");
        }
        return RuleCode.of(
                List.of(new MomentCode(
                        "v",
                        "velocities",
                        "momentum * v[i] - learning_rate * g",
                        "momentum * v[i] - learningRate * g[i]")),
                "u = " + (nesterov ? "momentum * v[i] - learning_rate * g" : "v[i]"),
                "double u = " + (nesterov ? "momentum * v[i] - learningRate * g[i]" : "v[i]") + ";");
    }

    @Override
    public void update(
            double rate,
            int count,
            double[] g,
            OptimizerMemory before,
            OptimizerMemory after,
            double[] u,
            int from,
            int to) {
        double[] old = before.first();
        double[] v = after.first();
        if (momentum == 0) {
            for (int i = from; i < to; i++) {
                u[i] = v[i] = -rate * g[i];
            }
        } else if (nesterov) {
            for (int i = from; i < to; i++) {
                v[i] = momentum * old[i] - rate * g[i];
                u[i] = momentum * v[i] - rate * g[i];
            }
        } else {
            for (int i = from; i < to; i++) {
                u[i] = v[i] = momentum * old[i] - rate * g[i];
            }
        }
    }

    @Override
    public boolean remembersUpdate() {
        return !nesterov;
    }

    @Override
    public boolean isPlainDescent() {
        return momentum == 0;
    }
}
