package downhill.json;

import downhill.descent.Optimizer;
import downhill.descent.UpdateRule;
import downhill.json.form.Members;
import downhill.json.form.Range;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An optimizer, from and to its JSON form {@code {"name", "learningRate", "weightDecay", and the rule's own}}. */
final class OptimizerJson {
    static final List<String> NAMES = List.of("sgd", "rmsprop", "adagrad", "adam");

    private OptimizerJson() {}

    static Optimizer read(Members m) {
        String name = m.choice("name", "sgd", NAMES);
        UpdateRule rule = switch (name) {
            case "rmsprop" -> new UpdateRule.RmsProp(m.number("decay", 0.9, Range.SHARE), epsilon(m));
            case "adagrad" -> new UpdateRule.AdaGrad(epsilon(m));
            case "adam" ->
                new UpdateRule.Adam(
                        m.number("beta1", 0.9, Range.SHARE), m.number("beta2", 0.999, Range.SHARE), epsilon(m));
            default -> new UpdateRule.Sgd(m.number("momentum", 0, Range.SHARE), m.flag("nesterov", false));
        };
        double byDefault = name.equals("adam") || name.equals("rmsprop") ? 0.01 : 0.1;
        var optimizer = new Optimizer(
                rule, m.number("learningRate", byDefault, Range.POSITIVE), m.number("weightDecay", 0, Range.SHARE));
        m.refuseUnknown();
        return optimizer;
    }

    private static double epsilon(Members m) {
        return m.number("epsilon", 1e-8, Range.POSITIVE);
    }

    static ObjectNode write(Optimizer optimizer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", optimizer.rule().name());
        node.put("learningRate", optimizer.learningRate());
        switch (optimizer.rule()) {
            case UpdateRule.Sgd sgd -> {
                node.put("momentum", sgd.momentum());
                if (sgd.nesterov()) {
                    node.put("nesterov", true);
                }
            }
            case UpdateRule.RmsProp r -> node.put("decay", r.decay()).put("epsilon", r.epsilon());
            case UpdateRule.AdaGrad a -> node.put("epsilon", a.epsilon());
            case UpdateRule.Adam a ->
                node.put("beta1", a.beta1()).put("beta2", a.beta2()).put("epsilon", a.epsilon());
        }
        return node.put("weightDecay", optimizer.weightDecay());
    }
}
