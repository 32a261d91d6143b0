package downhill.json.page;

import downhill.json.form.Json;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The course as search engines and catalogues of teaching material read it: JSON-LD in the words of schema.org.
 *
 * @param site the start of the app's absolute addresses
 * @param name the course's name
 * @param description one sentence about it
 * @param lessons in their order
 */
public record CourseData(String site, String name, String description, List<Part> lessons) {
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    private static final String LANGUAGE = "en-GB";
    private static final String LEVEL = "Beginner";

    /**
     * A lesson.
     *
     * @param slug its name in addresses
     * @param question what it answers, as plain text
     */
    public record Part(String slug, int number, String title, String question, int minutes) {}

    /** The course with all its lessons, for a script element of a page. */
    public String ofCourse() {
        ObjectNode course = resource("Course", name, description, "/lessons")
                .put("@context", "https://schema.org")
                .put("learningResourceType", "course")
                .put(
                        "timeRequired",
                        minutes(lessons.stream().mapToInt(Part::minutes).sum()));
        course.putObject("provider")
                .put("@type", "Organization")
                .put("name", "Downhill")
                .put("url", site + "/");
        var parts = course.putArray("hasPart");
        lessons.forEach(part -> parts.add(lesson(part)));
        return inScript(course);
    }

    /** One lesson, as a part of the course. */
    public String of(Part part) {
        ObjectNode lesson = lesson(part).put("@context", "https://schema.org");
        lesson.putObject("isPartOf")
                .put("@type", "Course")
                .put("@id", site + "/lessons")
                .put("name", name)
                .put("url", site + "/lessons");
        return inScript(lesson);
    }

    private ObjectNode lesson(Part part) {
        return resource("LearningResource", part.title(), part.question(), "/lessons/" + part.slug() + "/1")
                .put("learningResourceType", "interactive lesson")
                .put("position", part.number())
                .put("timeRequired", minutes(part.minutes()))
                .put("image", site + "/cards/" + part.slug() + ".png");
    }

    private ObjectNode resource(String type, String title, String about, String path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@type", type)
                .put("@id", site + path)
                .put("url", site + path)
                .put("name", title)
                .put("description", about)
                .put("inLanguage", LANGUAGE)
                .put("educationalLevel", LEVEL)
                .put("license", LICENCE)
                .put("isAccessibleForFree", true);
    }

    /** A duration as in ISO 8601. */
    private static String minutes(int minutes) {
        return "PT" + minutes + "M";
    }

    /** JSON in which nothing can end the script element or begin a comment in it. */
    private static String inScript(ObjectNode node) {
        return Json.text(node).replace("<", "\\u003c");
    }
}
