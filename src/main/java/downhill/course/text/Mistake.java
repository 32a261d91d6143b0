package downhill.course.text;

/** Something in an author's file that cannot be used: where, and what would be right. */
public record Mistake(Place place, String text) {
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
