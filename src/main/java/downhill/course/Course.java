package downhill.course;

import java.util.List;
import java.util.Optional;

/**
 * All lessons, in order, and the words that they explain.
 *
 * @param glossary by name, in the order of the alphabet
 */
public record Course(List<Lesson> lessons, List<Term> glossary) {
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
