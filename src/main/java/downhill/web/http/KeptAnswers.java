package downhill.web.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers in memory by their questions, of a limited size together. Those that nobody asked for longest go first. */
final class KeptAnswers {
    /** A longer answer is not kept. */
    static final int LONGEST = 512 << 10;

    /** All kept answers with their questions take no more bytes than this. */
    static final int MOST_BYTES = 8 << 20;

    /** The bytes of an entry beside its question and its answer, about. */
    private static final int ENTRY = 200;

    private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
    private int bytes;

    /** An answer with its media type. */
    static final class Answer {
        final String type;
        final byte[] body;

        Answer(String type, byte[] body) {
            this.type = type;
            this.body = body;
        }
    }

    synchronized Optional<Answer> find(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    /** Keeps an answer of a moderate length. */
    synchronized void keep(String question, Answer answer) {
        if (answer.body.length > LONGEST) {
            return;
        }
        Answer before = answers.put(question, answer);
        bytes += size(question, answer) - (before == null ? 0 : size(question, before));
        Iterator<Map.Entry<String, Answer>> oldest = answers.entrySet().iterator();
        while (bytes > MOST_BYTES) {
            Map.Entry<String, Answer> entry = oldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    /** The bytes that an entry takes: a question may be much longer than its answer. */
    private static int size(String question, Answer answer) {
        return ENTRY + 2 * question.length() + answer.body.length;
    }

    /** The bytes of all kept answers with their questions. */
    synchronized int bytes() {
        return bytes;
    }
}
