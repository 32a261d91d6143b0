package downhill.course.guide;

import java.util.List;

/**
 * A choice of lessons for the time that a class has.
 *
 * @param about what it leads to, as HTML without paragraphs
 */
public record TeachingPlan(String title, String about, List<Part> parts) {
    /**
     * One sitting.
     *
     * @param minutes how long it is; its lessons leave room in it for discussion
     * @param lessons their names
     */
    public record Part(String title, int minutes, List<String> lessons) {}
}
