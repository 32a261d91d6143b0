package downhill.course.reading;

import downhill.autodiff.ExpressionException;
import downhill.autodiff.Graph;
import downhill.course.Given;
import downhill.course.text.Fields;
import downhill.course.text.Passage;
import downhill.course.text.Prose;
import downhill.course.text.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the texts of one question; what they bind must be on its stage. */
final class QuestionTexts {
    private final Prose prose;
    private final Quantities quantities;
    private final Labels labels;
    private final Given given;

    QuestionTexts(Prose prose, Quantities quantities, Labels labels, Given given) {
        this.prose = prose;
        this.quantities = quantities.and(given.values().keySet());
        this.labels = labels;
        this.given = given;
    }

    Given given() {
        return given;
    }

    String passage(Fields fields, String name) {
        return fields.required(name).map(this::passage).orElse("");
    }

    /** A passage that may also tell the right {@code {{answer}}}. */
    String calculation(Fields fields, String name) {
        return fields.required(name)
                .map(v -> html(prose.passage(v.text(), v.textPlace()), v, quantities.withAnswer()))
                .orElse("");
    }

    String line(Fields fields, String name) {
        return fields.required(name).map(this::line).orElse("");
    }

    String optional(Fields fields, String name) {
        return fields.value(name).map(this::passage).orElse("");
    }

    String optionalLine(Fields fields, String name) {
        return fields.value(name).map(this::line).orElse("");
    }

    String passage(YamlValue value) {
        return html(prose.passage(value.text(), value.textPlace()), value);
    }

    String line(YamlValue value) {
        return html(prose.line(value.text(), value.textPlace()), value);
    }

    private String html(Passage passage, YamlValue value) {
        return html(passage, value, quantities);
    }

    private String html(Passage passage, YamlValue value, Quantities known) {
        known.check(passage, value.mistakes());
        labels.check(passage, value.mistakes());
        return passage.html();
    }

    /** The paths of {@code with}, by their names. */
    Map<String, String> with(Fields fields) {
        Map<String, String> with = new LinkedHashMap<>();
        fields.value("with").map(YamlValue::fields).ifPresent(paths -> {
            for (String name : paths.names()) {
                YamlValue path = paths.of(name);
                quantities.check(path.text(), path.place(), path.mistakes());
                refuseConstant(name, path);
                with.put(name, path.text());
            }
        });
        return with;
    }

    private static void refuseConstant(String name, YamlValue value) {
        if (isConstant(name)) {
            value.refuse("\"" + name + "\" is a constant of expressions; take another name");
        }
    }

    /** The names that expressions may use: those of {@code with} and of {@code given}. */
    Set<String> names(Map<String, String> with) {
        Set<String> names = new TreeSet<>(with.keySet());
        names.addAll(given.values().keySet());
        return names;
    }

    /** Notes given numbers that the question does not tell, and names that mean two things. */
    void refuseUnasked(Fields fields, String ask, Set<String> with) {
        for (String name : given.values().keySet()) {
            YamlValue block = fields.of("given");
            refuseConstant(name, block);
            if (with.contains(name)) {
                block.refuse("\"" + name + "\" is in with: already; take another name");
            }
            if (!ask.contains("data-given=\"" + name + "\"")) {
                block.refuse("the question does not say {{given." + name + "}}, so nobody can answer it");
            }
        }
    }

    private static boolean isConstant(String name) {
        try {
            return Graph.of(name).variables().isEmpty();
        } catch (ExpressionException e) {
            return false;
        }
    }

    /** An expression over these names. */
    String expression(YamlValue value, Set<String> names) {
        return expression(value, value.text(), names);
    }

    /** An expression that is a part of a value. */
    String expression(YamlValue value, String text, Set<String> names) {
        try {
            Graph.of(text).variables().stream()
                    .map(node -> node.name().orElseThrow())
                    .filter(name -> !names.contains(name))
                    .forEach(name -> value.mistakes().unknown(value.place(), "name in with:", name, names));
        } catch (ExpressionException e) {
            value.refuse("\"" + text + "\" is no expression: " + e.getMessage());
            return "0";
        }
        return text;
    }
}
