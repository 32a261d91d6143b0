package downhill.course.grading;

/**
 * The result of an attempt at a challenge.
 *
 * @param met whether the goal is met
 * @param found what was found and, if it is not met, what is missing, in plain words
 */
public record Attempt(boolean met, String found) {}
