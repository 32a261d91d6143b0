package downhill.train.spec;

/**
 * Something in a specification that is not allowed.
 *
 * @param pointer where, as a JSON pointer into the specification, for example {@code /network/layers/1}
 * @param detail what was wrong and what is allowed, in one sentence
 */
public record Problem(String pointer, String detail) {}
