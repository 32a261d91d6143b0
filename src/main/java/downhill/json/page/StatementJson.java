package downhill.json.page;

import downhill.json.form.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A statement for a learning record store (xAPI 1.0.3).
 *
 * @param id tells it apart
 * @param verb the verb's address, and its word
 * @param homePage the address of the platform that names the learner
 * @param learner a name that says nothing about the learner
 * @param lesson the lesson's address
 * @param question the question's id, if the statement is about one
 * @param isRight whether an answer was right, where there is a right one
 * @param time as ISO 8601
 */
public record StatementJson(
        String id,
        Verb verb,
        String homePage,
        String learner,
        String lesson,
        Optional<String> question,
        Optional<Boolean> isRight,
        String time) {
    private static final String LESSON = "http://adlnet.gov/expapi/activities/lesson";
    private static final String QUESTION = "http://adlnet.gov/expapi/activities/question";

    /** The verbs. */
    public enum Verb {
        STARTED("http://activitystrea.ms/schema/1.0/start", "started"),
        ANSWERED("http://adlnet.gov/expapi/verbs/answered", "answered"),
        COMPLETED("http://adlnet.gov/expapi/verbs/completed", "completed");

        private final String address;
        private final String word;

        Verb(String address, String word) {
            this.address = address;
            this.word = word;
        }
    }

    /** Some statements as one document. */
    public static byte[] all(List<StatementJson> statements) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        statements.forEach(statement -> list.add(statement.tree()));
        return Json.text(list).getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode tree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("id", id).put("timestamp", time);
        tree.putObject("actor")
                .put("objectType", "Agent")
                .putObject("account")
                .put("homePage", homePage)
                .put("name", learner);
        tree.putObject("verb").put("id", verb.address).putObject("display").put("en", verb.word);
        tree.set(
                "object",
                activity(
                        question.map(name -> lesson + "#" + name).orElse(lesson),
                        question.isPresent() ? QUESTION : LESSON));
        isRight.ifPresent(right -> tree.putObject("result").put("success", (boolean) right));
        if (verb == Verb.COMPLETED) {
            tree.putObject("result").put("completion", true);
        }
        if (question.isPresent()) {
            tree.putObject("context")
                    .putObject("contextActivities")
                    .putArray("parent")
                    .add(activity(lesson, LESSON));
        }
        return tree;
    }

    private static ObjectNode activity(String id, String type) {
        ObjectNode activity = JsonNodeFactory.instance
                .objectNode()
                .put("objectType", "Activity")
                .put("id", id);
        activity.putObject("definition").put("type", type);
        return activity;
    }
}
