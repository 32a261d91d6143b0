package downhill.course;

/** Something that the learner answers. */
public sealed interface Question extends ScenePart permits Predict, Check, Gaps, Challenge {
    /** Its name, the only one in its lesson. */
    String id();

    /** The question's words, as HTML. */
    String ask();
}
