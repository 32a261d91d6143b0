package downhill.course;

/** What a scene is made of, beside its stage. */
public sealed interface ScenePart permits ScenePart.Text, Question {
    /** Some paragraphs, as HTML. */
    record Text(String html) implements ScenePart {}
}
