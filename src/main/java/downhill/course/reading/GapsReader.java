package downhill.course.reading;

import downhill.course.Check;
import downhill.course.Code;
import downhill.course.Gaps;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a question whose learner completes lines of a program: {@code code: ["z1 = w11 * x1", {gap: delta1, answer: …}]}. */
final class GapsReader {
    private static final int MOST_GAPS = 8;
    private static final int MOST_LINES = 30;
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)\\s*=\\s*(.+)");

    private final QuestionTexts texts;
    private final Map<String, String> with;
    private final Set<String> known;

    private GapsReader(QuestionTexts texts, Map<String, String> with) {
        this.texts = texts;
        this.with = with;
        this.known = new LinkedHashSet<>(with.keySet());
    }

    static Gaps read(Fields fields, String id, String ask, QuestionTexts texts) {
        GapsReader reader = new GapsReader(texts, texts.with(fields));
        Code code = reader.code(fields);
        return new Gaps(id, ask, code, texts.optionalLine(fields, "right"));
    }

    private Code code(Fields fields) {
        List<YamlValue> values = fields.list("code");
        values.forEach(this::forget);
        List<Code.Line> lines = new ArrayList<>();
        values.forEach(value -> line(value).ifPresent(lines::add));
        Code code = new Code(with, List.copyOf(lines));
        int gaps = code.gaps().size();
        if (gaps == 0 || gaps > MOST_GAPS || lines.size() > MOST_LINES) {
            fields.mistakes()
                    .note(
                            fields.place(),
                            "\"code\" has 1 to " + MOST_GAPS + " gaps and at most " + MOST_LINES + " lines; here are "
                                    + gaps + " and " + lines.size());
        }
        return code;
    }

    /** A name that a line assigns is not known before it. */
    private void forget(YamlValue value) {
        name(value).ifPresent(known::remove);
    }

    private static Optional<String> name(YamlValue value) {
        if (value.isObject()) {
            return value.fields().optionalText("gap");
        }
        Matcher line = ASSIGNMENT.matcher(value.text());
        return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private Optional<Code.Line> line(YamlValue value) {
        if (value.isObject()) {
            return Optional.of(gap(value.fields()));
        }
        String text = value.text();
        if (text.startsWith("#")) {
            return Optional.of(new Code.Comment(text.substring(1).strip()));
        }
        Matcher line = ASSIGNMENT.matcher(text);
        if (!line.matches()) {
            value.refuse("a line of code is \"name = expression\", \"# a comment\" or {gap: name, answer: …}");
            return Optional.empty();
        }
        texts.expression(value, line.group(2), known);
        learn(value, line.group(1));
        return Optional.of(new Code.Assignment(line.group(1), line.group(2)));
    }

    private Code.Gap gap(Fields fields) {
        String name = fields.text("gap");
        String answer =
                fields.required("answer").map(v -> texts.expression(v, known)).orElse("0");
        List<Check.Slip> slips = fields.list("mistakes").stream()
                .map(value -> QuestionReader.slip(value, known, texts))
                .toList();
        String begin = texts.passage(fields, "begin");
        learn(fields.of("gap"), name);
        fields.refuseUnknown();
        return new Code.Gap(name, answer, slips, begin);
    }

    private void learn(YamlValue value, String name) {
        if (!with.containsKey(name)) {
            value.mistakes().unknown(value.place(), "name in with:", name, with.keySet());
        }
        known.add(name);
    }
}
