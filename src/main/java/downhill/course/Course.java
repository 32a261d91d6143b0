package downhill.course;

import downhill.course.text.Content;
import downhill.course.text.ContentException;
import downhill.course.text.Mistake;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All lessons, in order, and the words that they explain.
 *
 * @param glossary by name, in the order of the alphabet
 */
public record Course(List<Lesson> lessons, List<Term> glossary) {
    /**
     * The course in these files.
     *
     * @param base what stands before every address, empty or "/…"
     * @throws ContentException with every mistake in them
     */
    public static Course read(Content content, String base) {
        return read(content, base, warning -> {});
    }

    /**
     * The same, for an author.
     *
     * @param warned of each fault of wording, by which a lesson is not yet wrong
     * @throws ContentException with every mistake in the files
     */
    public static Course read(Content content, String base, Consumer<Mistake> warned) {
        CourseReader reader = new CourseReader(content, base);
        Course course = reader.read();
        reader.warnings().forEach(warned);
        return course;
    }

    /**
     * The same without the lessons that have a mistake, for a site that is better open with a gap than closed.
     *
     * @param told of each mistake
     */
    public static Course readable(Content content, String base, Consumer<Mistake> told) {
        CourseReader reader = new CourseReader(content, base);
        Course course = reader.readable();
        reader.mistakes().forEach(told);
        return course;
    }

    /** The lesson of a name, if there is one. */
    public Optional<Lesson> lesson(String slug) {
        return lessons.stream().filter(lesson -> lesson.slug().equals(slug)).findFirst();
    }

    /** The entry of the glossary with a name, if there is one. */
    public Optional<Term> term(String name) {
        return glossary.stream().filter(term -> term.name().equals(name)).findFirst();
    }

    /** Where a lesson leads on to: the one it names, or else the one after it; nowhere after the last. */
    public Optional<Lesson> after(Lesson lesson) {
        return lesson.next()
                .or(() -> lesson.number() < lessons.size()
                        ? Optional.of(lessons.get(lesson.number()).slug())
                        : Optional.empty())
                .flatMap(this::lesson);
    }
}
