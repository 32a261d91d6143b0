package downhill.course.text;

import java.util.List;

/**
 * Markdown that was read.
 *
 * @param words how many there are; a formula counts as one
 * @param bound the numbers in it that are the stage's own
 */
public record Passage(String html, int words, List<Bound> bound) {
    /** A number bound to the stage: the path into what it shows. */
    public record Bound(String path, Place place) {}
}
