package downhill.course;

/** What a scene is made of, beside its stage. */
public sealed interface Part permits Part.Text, Question {
    /** Some paragraphs, as HTML. */
    record Text(String html) implements Part {}
}
