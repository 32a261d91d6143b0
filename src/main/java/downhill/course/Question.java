package downhill.course;

/** Something that the learner answers. */
public sealed interface Question extends ScenePart permits Predict, Check, Challenge {
    /** Its name, the only one in its lesson. */
    String id();

    /** What is asked, as HTML. */
    String ask();
}
