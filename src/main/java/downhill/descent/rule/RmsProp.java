package downhill.descent.rule;

import downhill.descent.rule.RuleCode.MomentCode;
import downhill.math.Formula;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * RMSProp (Tieleman and Hinton, 2012): s &larr; decay*s + (1-decay) g^2; u = -learningRate * g / (sqrt(s) + epsilon).
 */
public record RmsProp(double decay, double epsilon) implements UpdateRule {
    private static final List<Moment> MOMENTS = List.of(Moment.of(
            MomentName.SQUARES,
            UpdateSymbol.mean(Hyperparameter.DECAY, MomentName.SQUARES, UpdateSymbol.GRADIENT.squared())));

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public double usualRate() {
        return 0.01;
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting(Hyperparameter.DECAY, decay), new Setting(Hyperparameter.EPSILON, epsilon));
    }

    @Override
    public UpdateRule with(Map<Hyperparameter, Double> values) {
        return new RmsProp(
                values.getOrDefault(Hyperparameter.DECAY, decay), values.getOrDefault(Hyperparameter.EPSILON, epsilon));
    }

    @Override
    public List<Moment> moments() {
        return MOMENTS;
    }

    @Override
    public Formula<UpdateSymbol> formula() {
        return UpdateSymbol.scaled(UpdateSymbol.GRADIENT, UpdateSymbol.renewed(MomentName.SQUARES));
    }

    @Override
    public RuleCode code(Set<Hyperparameter> used) {
        return RuleCode.of(
                List.of(new MomentCode(
                        "s",
                        "mean squares of the gradients",
                        "decay * s[i] + (1 - decay) * g * g",
                        "decay * s[i] + (1 - decay) * (g[i] * g[i])")),
                "u = -learning_rate * g / (library.sqrt(s[i]) + epsilon)",
                "double u = -learningRate * g[i] / (Math.sqrt(s[i]) + epsilon);");
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
        double[] s = after.first();
        for (int i = from; i < to; i++) {
            s[i] = decay * old[i] + (1 - decay) * (g[i] * g[i]);
            u[i] = -rate * g[i] / (Math.sqrt(s[i]) + epsilon);
        }
    }
}
