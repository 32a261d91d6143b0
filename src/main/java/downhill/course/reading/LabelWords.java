package downhill.course.reading;

import downhill.course.text.Fields;
import downhill.course.text.Mistakes;
import downhill.course.text.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that the labels of a figure may use, as far as the lessons have taught them. Lessons and scenes are read in their
 * order, so a word that is used before it is taught is found at once.
 */
public final class LabelWords {
    /** Every word that a figure can leave out, in the order in which labels name them. */
    public static final List<String> ALL = List.of(
            "input",
            "weight",
            "output",
            "target",
            "bias",
            "weighted-sum",
            "curve",
            "cost",
            "gradient",
            "update",
            "delta",
            "correlation");

    private final Mistakes mistakes;
    private final Map<String, String> taught = new LinkedHashMap<>();
    /** Words that a scene used too early, to name the lesson that teaches them once all are read. */
    private final List<YamlValue> early = new ArrayList<>();

    LabelWords(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Takes the words that a lesson's front matter or a stage teaches. */
    void teach(Fields fields, String lesson) {
        for (YamlValue value : fields.list("teaches")) {
            String word = value.choice("word", ALL);
            String before = word.equals(value.text()) ? taught.putIfAbsent(word, lesson) : null;
            if (before != null) {
                value.refuse("the word \"" + word + "\" is taught already, in the lesson \"" + before + "\"");
            }
        }
    }

    /** Returns the words that a stage's labels may use: those that it lists, or all that are taught by now. */
    List<String> of(Fields fields) {
        Optional<YamlValue> words = fields.value("words");
        if (words.isEmpty()) {
            return soFar();
        }
        List<String> chosen = new ArrayList<>();
        for (YamlValue value : words.get().elements()) {
            String word = value.choice("word", ALL);
            if (!taught.containsKey(word)) {
                early.add(value);
            }
            chosen.add(word);
        }
        return ALL.stream().filter(chosen::contains).toList();
    }

    private List<String> soFar() {
        return ALL.stream().filter(taught::containsKey).toList();
    }

    /** Notes each word that was used before it was taught, or that is taught nowhere; called after the last lesson. */
    void checkOrder() {
        for (YamlValue value : early) {
            String word = value.text();
            if (ALL.contains(word)) {
                String lesson = taught.get(word);
                mistakes.note(
                        value.place(),
                        "the word \"" + word + "\" is not taught by this scene; "
                                + (lesson == null
                                        ? "no lesson teaches it"
                                        : "it is taught later, in the lesson \"" + lesson + "\""));
            }
        }
    }
}
