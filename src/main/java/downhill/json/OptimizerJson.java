package downhill.json;

import downhill.descent.Optimizer;
import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.UpdateRule;
import downhill.descent.rule.UpdateRules;
import downhill.json.form.Members;
import downhill.json.form.Range;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An optimizer, from and to its JSON form {@code {"name", "learningRate", "weightDecay", and the rule's own}}. */
final class OptimizerJson {
    private OptimizerJson() {}

    static Optimizer read(Members m) {
        UpdateRule usual =
                UpdateRules.named(m.choice("name", "sgd", UpdateRules.names())).orElseThrow();
        Map<Hyperparameter, Double> values = new EnumMap<>(Hyperparameter.class);
        usual.settings().forEach(s -> values.put(s.parameter(), number(m, s.parameter(), s.value())));
        UpdateRule rule = usual.with(values);
        for (var choice : usual.choices().entrySet()) {
            rule = rule.with(choice.getKey(), m.flag(choice.getKey(), choice.getValue()));
        }
        double rate = number(m, Hyperparameter.LEARNING_RATE, usual.usualRate());
        var optimizer = new Optimizer(rule, rate, number(m, Hyperparameter.WEIGHT_DECAY, 0));
        m.refuseUnknown();
        return optimizer;
    }

    private static double number(Members m, Hyperparameter parameter, double usual) {
        return m.number(parameter.key(), usual, range(parameter));
    }

    static Range range(Hyperparameter parameter) {
        return parameter.isPositive() ? Range.POSITIVE : Range.SHARE;
    }

    static ObjectNode write(Optimizer optimizer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", optimizer.rule().name());
        node.put("learningRate", optimizer.learningRate());
        optimizer.rule().settings().forEach(s -> node.put(s.parameter().key(), s.value()));
        optimizer.rule().choices().forEach((name, taken) -> {
            if (taken) {
                node.put(name, true);
            }
        });
        return node.put("weightDecay", optimizer.weightDecay());
    }
}
