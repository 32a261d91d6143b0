package downhill.json.form;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One JSON value at its place; read as what is expected there, with what is wrong noted. */
public record Value(JsonNode node, String pointer, Problems problems) {
    public double number(Range range) {
        if (!node.isNumber()) {
            problems.shape(pointer, "A number is expected here, not " + Values.kind(node) + ".");
            return range.low();
        }
        double x = node.doubleValue(0);
        if (!Double.isFinite(x)) {
            problems.value(pointer, "This number is too large: " + range.words() + ".");
            return range.low();
        }
        if (!range.contains(x)) {
            problems.value(pointer, Values.shown(node.toString()) + " is not allowed here: " + range.words() + ".");
            return range.low();
        }
        return x;
    }

    public long whole(long low, long high) {
        if (!node.isNumber()) {
            problems.shape(pointer, "A whole number is expected here, not " + Values.kind(node) + ".");
            return low;
        }
        double x = node.doubleValue(0);
        if (!Double.isFinite(x)) {
            problems.value(pointer, "This number is too large: it must be from " + low + " to " + high + ".");
            return low;
        }
        if (!node.isIntegralNumber() && x != StrictMath.rint(x)) {
            problems.shape(pointer, "A whole number is expected here, not " + Values.shown(node.toString()) + ".");
            return low;
        }
        if (x < low || x > high) {
            problems.value(
                    pointer,
                    Values.shown(node.toString()) + " is not allowed here: it must be from " + low + " to " + high
                            + ".");
            return low;
        }
        return node.isIntegralNumber() ? node.longValue(low) : (long) x;
    }

    public int index(int high) {
        return (int) whole(0, high);
    }

    public boolean flag() {
        if (!node.isBoolean()) {
            problems.shape(pointer, "true or false is expected here, not " + Values.kind(node) + ".");
            return false;
        }
        return node.booleanValue(false);
    }

    public String text() {
        if (!node.isString()) {
            problems.shape(pointer, "A text is expected here, not " + Values.kind(node) + ".");
            return "";
        }
        return node.stringValue("");
    }

    public String choice(List<String> allowed, String standIn) {
        if (!node.isString()) {
            problems.shape(
                    pointer, "One of " + Values.listed(allowed) + " is expected here, not " + Values.kind(node) + ".");
            return standIn;
        }
        String word = node.stringValue("");
        if (!allowed.contains(word)) {
            problems.value(
                    pointer,
                    "\"" + Values.shown(word) + "\" is not known here: allowed are " + Values.listed(allowed) + "."
                            + Values.nearest(word, allowed));
            return standIn;
        }
        return word;
    }

    public boolean isText() {
        return node.isString();
    }

    public Members members() {
        return Members.of(node, pointer, problems);
    }

    public List<Value> elements() {
        if (!node.isArray()) {
            problems.shape(pointer, "A list […] is expected here, not " + Values.kind(node) + ".");
            return List.of();
        }
        List<Value> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Value(node.get(i), pointer + "/" + i, problems));
        }
        return elements;
    }

    /** A list of finite numbers. */
    public List<Double> numbers() {
        if (!node.isArray()) {
            elements();
            return List.of();
        }
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode element = node.get(i);
            double x = element.isNumber() ? element.doubleValue(0) : Double.NaN;
            numbers[i] = Double.isFinite(x) ? x : new Value(element, pointer + "/" + i, problems).number(Range.ANY);
        }
        return new DoubleList(numbers);
    }

    /** A list of lists of finite numbers. */
    public List<List<Double>> rows() {
        return elements().stream().map(Value::numbers).toList();
    }
}
