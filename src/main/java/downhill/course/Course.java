package downhill.course;

import downhill.course.guide.TeachingGuide;
import downhill.course.guide.TeachingPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All lessons, in order, the words that they explain, and the advice to teachers.
 *
 * @param glossary by name, in the order of the alphabet
 * @param guides by the names of their lessons
 * @param plans choices of lessons, the shortest first
 * @param notes sentences about the parts of exported programs
 */
public record Course(
        List<Lesson> lessons,
        List<Term> glossary,
        Map<String, TeachingGuide> guides,
        List<TeachingPlan> plans,
        List<ProgramNote> notes) {
    /** The lesson of a name, if there is one. */
    public Optional<Lesson> lesson(String slug) {
        return lessons.stream().filter(lesson -> lesson.slug().equals(slug)).findFirst();
    }

    /** The entry of the glossary with a name, if there is one. */
    public Optional<Term> term(String name) {
        return glossary.stream().filter(term -> term.name().equals(name)).findFirst();
    }

    /** The teaching guide of a lesson, if it has one. */
    public Optional<TeachingGuide> guide(Lesson lesson) {
        return Optional.ofNullable(guides.get(lesson.slug()));
    }

    /** The minutes that the lessons of a plan's part take. */
    public int minutes(TeachingPlan.Part part) {
        return part.lessons().stream()
                .flatMap(name -> lesson(name).stream())
                .mapToInt(Lesson::minutes)
                .sum();
    }

    /** The lesson that a lesson leads on to: the one that it names, or else the one after it; none after the last. */
    public Optional<Lesson> after(Lesson lesson) {
        return lesson.next()
                .or(() -> lesson.number() < lessons.size()
                        ? Optional.of(lessons.get(lesson.number()).slug())
                        : Optional.empty())
                .flatMap(this::lesson);
    }
}
