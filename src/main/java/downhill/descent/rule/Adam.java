package downhill.descent.rule;

import downhill.descent.rule.RuleCode.MomentCode;
import downhill.math.Formula;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adam (Kingma and Ba, 2015, algorithm 1): m &larr; beta1*m + (1-beta1) g; s &larr; beta2*s + (1-beta2) g^2;
 * u = -learningRate * (m / (1-beta1^t)) / (sqrt(s / (1-beta2^t)) + epsilon) in update t = 1, 2, …
 */
public record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {
    private static final List<Moment> MOMENTS = List.of(
            Moment.corrected(
                    MomentName.FIRST,
                    UpdateSymbol.mean(Hyperparameter.BETA1, MomentName.FIRST, UpdateSymbol.GRADIENT),
                    Hyperparameter.BETA1),
            Moment.corrected(
                    MomentName.SECOND,
                    UpdateSymbol.mean(Hyperparameter.BETA2, MomentName.SECOND, UpdateSymbol.GRADIENT.squared()),
                    Hyperparameter.BETA2));

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public double usualRate() {
        return 0.01;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(Hyperparameter.BETA1, beta1),
                new Setting(Hyperparameter.BETA2, beta2),
                new Setting(Hyperparameter.EPSILON, epsilon));
    }

    @Override
    public UpdateRule with(Map<Hyperparameter, Double> values) {
        return new Adam(
                values.getOrDefault(Hyperparameter.BETA1, beta1),
                values.getOrDefault(Hyperparameter.BETA2, beta2),
                values.getOrDefault(Hyperparameter.EPSILON, epsilon));
    }

    @Override
    public List<Moment> moments() {
        return MOMENTS;
    }

    @Override
    public Formula<UpdateSymbol> formula() {
        return UpdateSymbol.scaled(UpdateSymbol.corrected(MomentName.FIRST), UpdateSymbol.corrected(MomentName.SECOND));
    }

    @Override
    public RuleCode code(Set<Hyperparameter> used) {
        return new RuleCode(
                List.of(
                        new MomentCode(
                                "m",
                                "means of the gradients",
                                "beta1 * m[i] + (1 - beta1) * g",
                                "beta1 * m[i] + (1 - beta1) * g[i]"),
                        new MomentCode(
                                "s",
                                "mean squares of the gradients",
                                "beta2 * s[i] + (1 - beta2) * g * g",
                                "beta2 * s[i] + (1 - beta2) * (g[i] * g[i])")),
                """
                mean_g, mean_square = m[i] / (1 - beta1 ** (step + 1)), s[i] / (1 - beta2 ** (step + 1))
                u = -learning_rate * mean_g / (library.sqrt(mean_square) + epsilon)""",
                """
                double mean = m[i] / (1 - power(beta1, step + 1));
                double square = s[i] / (1 - power(beta2, step + 1));
                double u = -learningRate * mean / (Math.sqrt(square) + epsilon);""",
                true);
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
        double[] oldM = before.first();
        double[] oldS = before.second();
        double[] m = after.first();
        double[] s = after.second();
        double bias1 = 1 - power(beta1, count + 1L);
        double bias2 = 1 - power(beta2, count + 1L);
        for (int i = from; i < to; i++) {
            m[i] = beta1 * oldM[i] + (1 - beta1) * g[i];
            s[i] = beta2 * oldS[i] + (1 - beta2) * (g[i] * g[i]);
            u[i] = -rate * (m[i] / bias1) / (Math.sqrt(s[i] / bias2) + epsilon);
        }
    }

    /** base^exponent, by squaring. */
    private static double power(double base, long exponent) {
        double power = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            power *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return power;
    }
}
