package downhill.course.text;

/**
 * A line of an author's file.
 *
 * @param line from 1
 */
public record Place(String file, int line) {
    /** The place some lines further down. */
    public Place down(int lines) {
        return new Place(file, line + lines);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
