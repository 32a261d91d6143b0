package downhill.course.teaching;

import downhill.insight.explanation.Names;
import downhill.math.text.NumberText;
import downhill.net.Parameter;
import downhill.train.spec.Frozen;
import downhill.train.spec.Tweak;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes of a run in plain sentences: "Set the learning rate to 8 and the momentum to 0.5." */
final class TweakWords {
    private static final int DIGITS = 6;

    private final Names names;

    TweakWords(Names names) {
        this.names = names;
    }

    String of(Tweak tweak) {
        List<String> sentences = new ArrayList<>();
        List<String> values = values(tweak);
        if (!values.isEmpty()) {
            sentences.add("Set " + joined(values) + ".");
        }
        tweak.batch().shuffle().ifPresent(on -> sentences.add(on ? "Shuffle the examples." : "Keep their order."));
        tweak.batch()
                .reduce()
                .ifPresent(r -> sentences.add(
                        "Take the " + r.name().toLowerCase(Locale.ROOT) + " of the examples' gradients."));
        tweak.frozen().ifPresent(frozen -> sentences.add(frozen(frozen)));
        return String.join(" ", sentences);
    }

    private List<String> values(Tweak tweak) {
        List<String> values = new ArrayList<>();
        tweak.optimizer().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> values.add(set("the " + entry.getKey().words(), entry.getValue())));
        tweak.batch().size().ifPresent(size -> values.add("the batch size to " + (size == 0 ? "all examples" : size)));
        tweak.weights()
                .forEach(w -> values.add(set(names.parameter(new Parameter.Weight(w.l(), w.j(), w.k())), w.value())));
        tweak.biases().forEach(b -> values.add(set(names.parameter(new Parameter.Bias(b.l(), b.j())), b.value())));
        return values;
    }

    private static String set(String name, double value) {
        return name + " to " + NumberText.plain(value, DIGITS);
    }

    private String frozen(List<Frozen> frozen) {
        return frozen.isEmpty()
                ? "Freeze nothing."
                : "Freeze " + joined(frozen.stream().map(this::name).toList()) + ".";
    }

    private String name(Frozen frozen) {
        return switch (frozen) {
            case Frozen.Biases f -> "all biases";
            case Frozen.Layer f -> "the weights and biases into " + names.layer(f.l() + 1);
            case Frozen.Weight f -> names.parameter(new Parameter.Weight(f.l(), f.j(), f.k()));
        };
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
