package downhill.course;

/** A part of a scene beside its stage: words or a question. */
public sealed interface ScenePart permits ScenePart.Text, Question {
    /** Some paragraphs, as HTML. */
    record Text(String html) implements ScenePart {}
}
