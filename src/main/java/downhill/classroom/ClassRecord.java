package downhill.classroom;

import downhill.classroom.Response.Trial;
import downhill.course.Check;
import downhill.course.grading.MistakeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The answers of a class as a table and as a document, for other programs. Learners have numbers; nicknames only where they are asked for. */
public final class ClassRecord {
    private static final List<String> OF_LESSON = List.of("scene reached", "question", "kind", "scene");
    private static final List<String> OF_LIST = List.of("item reached", "item", "lesson", "scene", "question", "kind");
    private static final List<String> OF_ANSWER =
            List.of("answer", "outcome", "tries", "mistakes", "found", "learning rate", "cost or height");

    private final Agenda agenda;
    private final List<ClassQuestion> questions;
    private final Classroom room;
    private final boolean nicknames;

    /** The record of a class with this agenda and its questions. */
    public ClassRecord(Agenda agenda, List<ClassQuestion> questions, Classroom room, boolean nicknames) {
        this.agenda = agenda;
        this.questions = questions;
        this.room = room;
        this.nicknames = nicknames;
    }

    /** The table as CSV (RFC 4180), with one row for each learner and question. */
    public String csv() {
        var table = new StringBuilder(row(columns()));
        for (Learner learner : room.learners()) {
            for (ClassQuestion asked : questions) {
                Response response = learner.responses().get(asked.key());
                if (response != null) {
                    table.append(row(cells(learner, asked, response)));
                }
            }
        }
        return table.toString();
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(nicknames ? List.of("learner", "nickname") : List.of("learner"));
        columns.addAll(agenda.isList() ? OF_LIST : OF_LESSON);
        columns.addAll(OF_ANSWER);
        return columns;
    }

    private List<String> cells(Learner learner, ClassQuestion asked, Response response) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(learner.number()));
        if (nicknames) {
            cells.add(safe(learner.nickname().orElse("")));
        }
        cells.add(String.valueOf(learner.scene()));
        cells.addAll(place(asked));
        cells.add(response.answer());
        cells.add(outcome(response));
        cells.add(String.valueOf(response.tries()));
        cells.add(safe(String.join(" | ", mistakes(asked, response))));
        cells.add(safe(response.found()));
        cells.add(response.trial().map(trial -> String.valueOf(trial.rate())).orElse(""));
        cells.add(response.trial().map(trial -> String.valueOf(trial.result())).orElse(""));
        return cells;
    }

    /** The cells that say which question it is, as the columns name them. */
    private List<String> place(ClassQuestion asked) {
        String id = asked.question().id();
        String scene = String.valueOf(asked.scene().scene());
        return agenda.isList()
                ? List.of(String.valueOf(asked.item()), asked.scene().lesson(), scene, id, asked.kind())
                : List.of(id, asked.kind(), scene);
    }

    /** A text that no spreadsheet takes for a formula. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ClassRecord::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static String outcome(Response response) {
        return response.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> mistakes(ClassQuestion asked, Response response) {
        return response.mistakes().stream()
                .map(key -> asked.question() instanceof Check check ? plain(MistakeName.words(check, key)) : key)
                .toList();
    }

    /** A text without the tags of its HTML and without the TeX behind its formulas. */
    private static String plain(String html) {
        return html.replaceAll("<annotation[\\s\\S]*?</annotation>", "")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /**
     * The same as a tree of maps, lists, texts and numbers.
     *
     * @param opened the time at which the class was opened, as text
     */
    public Map<String, Object> document(String opened) {
        Map<String, Object> document = new LinkedHashMap<>();
        agenda.lesson()
                .ifPresentOrElse(
                        lesson -> document.put("lesson", lesson.slug()),
                        () -> document.put(
                                "list",
                                agenda.items().stream().map(ClassRecord::item).toList()));
        document.put("opened", opened);
        document.put("learners", room.learners().stream().map(this::learner).toList());
        return document;
    }

    private static Map<String, Object> item(AgendaItem item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("item", item.number());
        fields.put("open", item.place().path());
        fields.put("words", item.words());
        return fields;
    }

    private Map<String, Object> learner(Learner learner) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("learner", learner.number());
        if (nicknames) {
            learner.nickname().ifPresent(name -> fields.put("nickname", name));
        }
        fields.put(agenda.noun(), learner.scene());
        List<Map<String, Object>> responses = new ArrayList<>();
        for (ClassQuestion asked : questions) {
            Response response = learner.responses().get(asked.key());
            if (response != null) {
                responses.add(response(asked, response));
            }
        }
        fields.put("responses", responses);
        return fields;
    }

    private Map<String, Object> response(ClassQuestion asked, Response response) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (agenda.isList()) {
            fields.put("item", asked.item());
            fields.put("lesson", asked.scene().lesson());
        }
        fields.put("question", asked.question().id());
        fields.put("kind", asked.kind());
        fields.put("scene", asked.scene().scene());
        fields.put("answer", response.answer());
        fields.put("outcome", outcome(response));
        fields.put("tries", response.tries());
        fields.put("mistakes", mistakes(asked, response));
        if (!response.found().isEmpty()) {
            fields.put("found", response.found());
        }
        response.trial().ifPresent(trial -> fields.putAll(numbers(trial)));
        return fields;
    }

    private static Map<String, Object> numbers(Trial trial) {
        return Map.of("learningRate", trial.rate(), "result", trial.result());
    }
}
