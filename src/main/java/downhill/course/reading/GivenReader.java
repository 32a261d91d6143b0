package downhill.course.reading;

import downhill.course.Given;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the numbers that a check gives each learner: {@code given: {k: [3, 4, 6]}}. */
public final class GivenReader {
    private static final int MOST_CHOICES = 100;

    private GivenReader() {}

    static Given given(Fields fields) {
        if (!fields.has("given")) {
            return Given.NONE;
        }
        YamlValue block = fields.value("given").orElseThrow();
        Fields names = block.fields();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        long choices = 1;
        for (String name : names.names()) {
            List<Double> list = list(names.of(name));
            values.put(name, list);
            choices *= list.size();
        }
        if (values.isEmpty()) {
            block.refuse("\"given\" has no name; write given: {k: [3, 4, 6]}");
            return Given.NONE;
        }
        if (choices > MOST_CHOICES) {
            block.refuse("these lists have " + choices + " combinations; a check can have " + MOST_CHOICES
                    + " at most, because every one is tried");
        }
        return new Given(values);
    }

    private static List<Double> list(YamlValue value) {
        List<Double> numbers = value.elements().stream().map(YamlValue::number).toList();
        if (numbers.size() < 2 || new HashSet<>(numbers).size() < numbers.size()) {
            value.refuse("a list of two or more different numbers is expected here");
            return List.of(0.0);
        }
        return numbers;
    }
}
