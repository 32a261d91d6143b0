package downhill.course.grading;

import java.util.Optional;

/**
 * A prediction beside what happened.
 *
 * @param predicted what was predicted, as HTML; empty for "I don't know"
 * @param happened what happens, as HTML, where the question knows it
 * @param met whether the two are the same, or near on a slider
 * @param after what there is to say, as HTML
 */
public record Reveal(String predicted, Optional<String> happened, Optional<Boolean> met, String after) {}
