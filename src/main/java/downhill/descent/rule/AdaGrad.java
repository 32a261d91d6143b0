package downhill.descent.rule;

import downhill.descent.rule.RuleCode.MomentCode;
import downhill.math.Formula;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * AdaGrad (Duchi, Hazan and Singer, 2011): s &larr; s + g^2; u = -learningRate * g / (sqrt(s) + epsilon).
 */
public record AdaGrad(double epsilon) implements UpdateRule {
    private static final List<Moment> MOMENTS = List.of(
            Moment.of(MomentName.SQUARES, UpdateSymbol.old(MomentName.SQUARES).plus(UpdateSymbol.GRADIENT.squared())));

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting(Hyperparameter.EPSILON, epsilon));
    }

    @Override
    public UpdateRule with(Map<Hyperparameter, Double> values) {
        return new AdaGrad(values.getOrDefault(Hyperparameter.EPSILON, epsilon));
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
                List.of(new MomentCode("s", "sums of the squared gradients", "s[i] + g * g", "s[i] + g[i] * g[i]")),
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
            s[i] = old[i] + g[i] * g[i];
            u[i] = -rate * g[i] / (Math.sqrt(s[i]) + epsilon);
        }
    }
}
