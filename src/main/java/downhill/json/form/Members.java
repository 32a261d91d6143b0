package downhill.json.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The members of one JSON object, each read once, strictly, under a JSON pointer. What is wrong is noted and a stand-in
 * is returned, so that one pass finds every problem; nothing is built before {@link Problems#raise}.
 */
public final class Members {
    private final JsonNode node;
    private final String pointer;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    private Members(JsonNode node, String pointer, Problems problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    public static Members of(JsonNode node, String pointer, Problems problems) {
        if (node.isObject()) {
            return new Members(node, pointer, problems);
        }
        problems.shape(pointer, "An object {…} is expected here, not " + Values.kind(node) + ".");
        return new Members(JsonNodeFactory.instance.objectNode(), pointer, new Problems());
    }

    public boolean has(String name) {
        return node.has(name);
    }

    public String at(String name) {
        return pointer + "/" + name;
    }

    public Problems problems() {
        return problems;
    }

    private Optional<Value> member(String name) {
        asked.add(name);
        JsonNode found = node.get(name);
        return found == null ? Optional.empty() : Optional.of(new Value(found, at(name), problems));
    }

    private <T> T required(String name, T standIn, Function<Value, T> read) {
        Optional<Value> member = member(name);
        if (member.isEmpty()) {
            problems.shape(at(name), "The field \"" + name + "\" is missing.");
            return standIn;
        }
        return read.apply(member.get());
    }

    public double number(String name, double byDefault, Range range) {
        return member(name).map(v -> v.number(range)).orElse(byDefault);
    }

    public double number(String name, Range range) {
        return required(name, range.low(), v -> v.number(range));
    }

    public Optional<Double> optionalNumber(String name, Range range) {
        return member(name).map(v -> v.number(range));
    }

    public long whole(String name, long byDefault, long low, long high) {
        return member(name).map(v -> v.whole(low, high)).orElse(byDefault);
    }

    public long whole(String name, long low, long high) {
        return required(name, low, v -> v.whole(low, high));
    }

    public Optional<Long> optionalWhole(String name, long low, long high) {
        return member(name).map(v -> v.whole(low, high));
    }

    public boolean flag(String name, boolean byDefault) {
        return member(name).map(Value::flag).orElse(byDefault);
    }

    public Optional<Boolean> optionalFlag(String name) {
        return member(name).map(Value::flag);
    }

    /** One of the allowed words. */
    public String choice(String name, String byDefault, List<String> allowed) {
        return member(name).map(v -> v.choice(allowed, byDefault)).orElse(byDefault);
    }

    /** One of the allowed words; the first if it is missing. */
    public String choice(String name, List<String> allowed) {
        return required(name, allowed.getFirst(), v -> v.choice(allowed, allowed.getFirst()));
    }

    public String text(String name) {
        return required(name, "", Value::text);
    }

    /** Every member as a finite number, by name. */
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name : node.propertyNames()) {
            asked.add(name);
            numbers.put(name, new Value(node.get(name), at(Values.escaped(name)), problems).number(Range.ANY));
        }
        return numbers;
    }

    /** The object under a name, or an empty one, so that its members' defaults hold. */
    public Members object(String name) {
        return member(name)
                .map(Value::members)
                .orElseGet(() -> of(JsonNodeFactory.instance.objectNode(), at(name), problems));
    }

    public Optional<Members> optionalObject(String name) {
        return member(name).map(Value::members);
    }

    /** The elements of an array; empty if it is absent. */
    public List<Value> array(String name) {
        return member(name).map(Value::elements).orElse(List.of());
    }

    public List<Value> requiredArray(String name) {
        return required(name, List.of(), Value::elements);
    }

    public Optional<Value> value(String name) {
        return member(name);
    }

    /** Reads each element with its place. */
    public <T> List<T> list(String name, BiFunction<Integer, Value, T> read) {
        List<Value> elements = array(name);
        List<T> result = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            result.add(read.apply(i, elements.get(i)));
        }
        return result;
    }

    /** Notes every member that nobody asked for; call it last. */
    public void refuseUnknown() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                problems.shape(
                        at(Values.escaped(name)),
                        "There is no field \"" + Values.shown(name) + "\" here." + Values.nearest(name, asked));
            }
        }
    }
}
