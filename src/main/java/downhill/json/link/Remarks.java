package downhill.json.link;

import java.util.ArrayList;
import java.util.List;

/** The sentences for the reader of a link that is not valid as a whole. */
final class Remarks {
    /** More sentences would not be read. */
    private static final int MOST = 5;

    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        if (sentences.size() < MOST && !sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
