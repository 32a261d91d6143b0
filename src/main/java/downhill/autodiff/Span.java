package downhill.autodiff;

/**
 * A stretch of the text: where it begins, for people and for programs.
 *
 * @param line the line, from 1
 * @param column the character in its line, from 1; a character is a Unicode code point
 * @param start the index of its first char in the text
 * @param end the index behind its last char
 */
public record Span(int line, int column, int start, int end) {
    /** The stretch from the beginning of this one to the end of a later one. */
    Span to(Span last) {
        return new Span(line, column, start, last.end);
    }

    /** The place in words, for example {@code line 1, column 7}. */
    public String place() {
        return "line " + line + ", column " + column;
    }
}
