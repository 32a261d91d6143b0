package downhill.course.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The named values of one YAML object, each read once; {@link #refuseUnknown} notes those that nobody asked for. */
public final class Fields {
    private final YamlValue whole;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    Fields(YamlValue whole, List<NodeTuple> pairs) {
        this.whole = whole;
        for (NodeTuple pair : pairs) {
            String name = YamlJson.name(pair);
            values.put(name, whole.of(pair.getValueNode()));
            keys.put(name, whole.of(pair.getKeyNode()));
        }
    }

    public Place place() {
        return whole.place();
    }

    public Mistakes mistakes() {
        return whole.mistakes();
    }

    /** The names, in the order in which they were written. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The value of a name that must be one of this object's own. */
    public YamlValue of(String name) {
        return value(name).orElse(whole);
    }

    /** The place of a name. */
    public Place place(String name) {
        YamlValue key = keys.get(name);
        return key == null ? place() : key.place();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<YamlValue> value(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a name, noted as missing if there is none. */
    public Optional<YamlValue> required(String name) {
        Optional<YamlValue> value = value(name);
        if (value.isEmpty()) {
            whole.refuse("\"" + name + "\" is missing");
        }
        return value;
    }

    /** A text, empty and noted if it is missing. */
    public String text(String name) {
        return required(name).map(YamlValue::text).orElse("");
    }

    public Optional<String> optionalText(String name) {
        return value(name).map(YamlValue::text);
    }

    public OptionalDouble number(String name) {
        return value(name).map(v -> OptionalDouble.of(v.number())).orElse(OptionalDouble.empty());
    }

    /** The elements of a list; none if it is absent. */
    public List<YamlValue> list(String name) {
        return value(name).map(YamlValue::elements).orElse(List.of());
    }

    /** The texts of a list; none if it is absent. */
    public List<String> texts(String name) {
        return list(name).stream().map(YamlValue::text).toList();
    }

    /** The numbers of a list; none if it is absent. */
    public List<Double> numbers(String name) {
        return list(name).stream().map(YamlValue::number).toList();
    }

    /** The numbers of an object by their names, in the order in which they were written; none if it is absent. */
    public Map<String, Double> numbersByName(String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        value(name)
                .map(YamlValue::fields)
                .ifPresent(fields -> fields.names()
                        .forEach(key -> numbers.put(key, fields.of(key).number())));
        return numbers;
    }

    /** Notes every name that nobody asked for; call it last. */
    public void refuseUnknown() {
        for (String name : names()) {
            if (!asked.contains(name)) {
                mistakes().unknown(place(name), "field", name, asked);
            }
        }
    }
}
