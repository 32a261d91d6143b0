package downhill.web.playground;

import downhill.data.DataSetInfo;
import downhill.data.DataSetInfo.Kind;
import downhill.descent.rule.UpdateRule;
import downhill.descent.rule.UpdateRules;
import downhill.json.RunSpecReader;
import downhill.json.SpecForm;
import downhill.json.form.BadInputException;
import downhill.train.spec.RunSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the controls of a form into a specification.
 *
 * @param given the run whose data the form asks for, where that run is still there
 */
record FormSpec(PlaygroundForm form, Optional<RunSpec> given) {
    RunSpec spec() {
        var json = new SpecForm();
        json.put("/seed", value("seed"));
        putData(json);
        putNetwork(json);
        putCost(json);
        json.put("/batch/size", value("batchSize")).put("/batch/shuffle", "true");
        putOptimizer(json);
        putPenalties(json);
        return RunSpecReader.read(json.json());
    }

    private String value(String name) {
        return form.value(name);
    }

    private boolean isGiven() {
        return value("data").equals(Controls.GIVEN);
    }

    private void putData(SpecForm json) {
        if (isGiven()) {
            json.putData(giver());
            return;
        }
        Optional<OwnPoints> own = form.own();
        json.put("/data/name", own.isPresent() ? "inline" : value("data"));
        own.map(OwnPoints::examples)
                .ifPresent(examples -> json.putRows("/data/inputs", examples.inputs())
                        .putRows("/data/targets", examples.targets())
                        .putRows("/data/testInputs", examples.testInputs())
                        .putRows("/data/testTargets", examples.testTargets()));
        json.putPresent(settable());
        form.features().ifPresent(features -> json.putAll("/data/features", features.names()));
    }

    private RunSpec giver() {
        return given.orElseThrow(() -> new BadInputException(
                BadInputException.Kind.VALUE,
                "/data/name",
                "The run that these data come from no longer exists. Choose a data set."));
    }

    /** The data set's parameters that can be set; the others stay out, since the set would refuse them. */
    private Map<String, String> settable() {
        Map<String, String> data = new LinkedHashMap<>();
        form.info().ifPresent(info -> {
            for (String name : List.of("count", "noise", "testShare")) {
                if (info.parameters().contains(name)) {
                    data.put("/data/" + name, value(name));
                }
            }
            if (!value("dataSeed").equals(Controls.AUTOMATIC)) {
                data.put("/data/seed", value("dataSeed"));
            }
        });
        return data;
    }

    private void putNetwork(SpecForm json) {
        if (form.info().filter(info -> info.kind() != Kind.NUMBER).isPresent()
                && !value("targets").equals("0-1")) {
            json.putAll("/data/targets", Targets.parse(value("targets")));
        }
        List<String> layers = layers();
        json.putAll("/network/layers", layers);
        json.putAll("/network/activations", activations(layers.size() - 2));
        putInitializer(json);
    }

    private List<String> layers() {
        List<String> layers = new ArrayList<>();
        layers.add(String.valueOf(inputs()));
        String hidden = value("hidden");
        if (!hidden.equals(Controls.NONE)) {
            layers.addAll(List.of(hidden.split("-", -1)));
        }
        layers.add(String.valueOf(outputs()));
        return layers;
    }

    private int inputs() {
        return isGiven()
                ? giver().network().layers().getFirst()
                : form.features()
                        .map(features -> features.names().size())
                        .or(() -> form.info().map(info -> info.inputNames().size()))
                        .orElse(2);
    }

    private int outputs() {
        return isGiven()
                ? giver().network().layers().getLast()
                : form.info().map(info -> info.outputWidths().getFirst()).orElse(1);
    }

    /** One activation for all hidden layers, or one for each with dots between them; the last of them holds for all further layers. */
    private List<String> activations(int hidden) {
        List<String> chosen = List.of(value("activation").split("\\.", -1));
        List<String> activations = new ArrayList<>(chosen.subList(0, Math.min(hidden, chosen.size())));
        activations.addAll(Collections.nCopies(hidden - activations.size(), chosen.getLast()));
        activations.add(outputActivation());
        return activations;
    }

    String outputActivation() {
        if (!value("output").equals(Controls.AUTOMATIC)) {
            return value("output");
        }
        if (isGiven()) {
            return giver().network().activations().getLast().name();
        }
        return switch (kind()) {
            case NUMBER -> "identity";
            case ONE_OF_MANY -> "softmax";
            case TWO_CLASSES -> value("targets").equals(Targets.SIGNS) ? "tanh" : "sigmoid";
            case ANY_OF_MANY -> "sigmoid";
        };
    }

    private Kind kind() {
        return form.info().map(DataSetInfo::kind).orElse(Kind.TWO_CLASSES);
    }

    private void putCost(SpecForm json) {
        String cost = value("cost").equals(Controls.AUTOMATIC) ? fittingCost() : value("cost");
        json.put("/cost", cost);
        if (cost.equals("half-squared-error") && !value("costMargin").equals("0")) {
            json.put("/costMargin", value("costMargin"));
        }
    }

    String fittingCost() {
        if (isGiven() && value("output").equals(Controls.AUTOMATIC)) {
            return giver().cost().name();
        }
        boolean isShare = List.of("sigmoid", "softmax").contains(outputActivation());
        boolean fits = isShare && kind() != Kind.NUMBER && !value("targets").equals(Targets.SIGNS);
        return fits ? "cross-entropy" : "half-squared-error";
    }

    private void putInitializer(SpecForm json) {
        String name = value("init");
        if (!name.equals(Controls.AUTOMATIC)) {
            json.put("/network/initializer/name", name);
            Initializers.sizeOf(name).ifPresent(size -> json.put("/network/initializer/" + size, value("initSize")));
        }
    }

    private void putOptimizer(SpecForm json) {
        json.put("/optimizer/name", value("optimizer")).put("/optimizer/learningRate", value("learningRate"));
        json.put("/optimizer/weightDecay", value("weightDecay"));
        UpdateRules.named(value("optimizer")).ifPresent(rule -> putSettings(json, rule));
    }

    private void putSettings(SpecForm json, UpdateRule rule) {
        rule.settings().stream()
                .map(setting -> setting.parameter().key())
                .filter(Controls.DEFAULTS::containsKey)
                .forEach(name -> json.put("/optimizer/" + name, value(name)));
        rule.choices().keySet().forEach(name -> json.put("/optimizer/" + name, value(name)));
    }

    private void putPenalties(SpecForm json) {
        if (!value("penalty").equals(Controls.NONE)) {
            json.put("/regularization/name", value("penalty")).put("/regularization/rate", value("penaltyRate"));
        }
        int hidden = layers().size() - 2;
        if (!value("dropout").equals("0") && hidden > 0) {
            json.putAll("/dropout", Collections.nCopies(hidden, value("dropout")));
        }
        if (!value("biases").equals("trained")) {
            json.putAll("/frozen", List.of("biases"));
        }
    }
}
