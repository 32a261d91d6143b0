package downhill.course.text;

import java.util.List;

/**
 * Markdown that was read.
 *
 * @param words how many there are; a formula counts as one
 * @param bound the numbers in it that are the stage's own
 * @param bold the bold words in it that are no glossary link
 */
public record Passage(String html, int words, List<Bound> bound, List<Bound> bold) {
    /** The first part of a path to a number that a check supplies: {@code given.k}. */
    public static final String GIVEN = "given";

    /** A part bound to the stage: the path of a number, or the label of a control. */
    public record Bound(String path, Place place) {}
}
