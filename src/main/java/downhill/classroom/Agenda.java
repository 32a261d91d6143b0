package downhill.classroom;

import downhill.classroom.AgendaItem.Shown;
import downhill.classroom.PreparedList.OfScene;
import downhill.course.Course;
import downhill.course.Lesson;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The things that a class works through, as the course has them.
 *
 * @param title of the lesson, or of the teacher's own list
 * @param lesson nothing for a list
 */
public record Agenda(String title, Optional<Lesson> lesson, List<AgendaItem> items) {
    private static final String UNTITLED = "A list of your teacher";

    /** The agenda of a class; nothing if the course no longer has its lesson. */
    public static Optional<Agenda> of(Course course, Subject subject) {
        return switch (subject) {
            case Subject.OfLesson one ->
                course.lesson(one.slug())
                        .map(lesson -> new Agenda(lesson.title(), Optional.of(lesson), items(course, subject)));
            case Subject.OfList one -> {
                String title = one.list().title();
                yield Optional.of(
                        new Agenda(title.isEmpty() ? UNTITLED : title, Optional.empty(), items(course, subject)));
            }
        };
    }

    private static List<AgendaItem> items(Course course, Subject subject) {
        boolean inList = subject instanceof Subject.OfList;
        return IntStream.rangeClosed(1, subject.count())
                .mapToObj(number -> new AgendaItem(
                        number,
                        subject.place(number),
                        subject.words(number),
                        subject.place(number) instanceof OfScene at ? shown(course, at) : Optional.empty(),
                        inList))
                .toList();
    }

    private static Optional<Shown> shown(Course course, OfScene at) {
        return course.lesson(at.lesson())
                .flatMap(lesson -> lesson.scene(at.scene()).map(scene -> new Shown(lesson, scene)));
    }

    /** Tests whether the class works through a teacher's own list. */
    public boolean isList() {
        return lesson.isEmpty();
    }

    /** The line above the pages of a class: the number and the title of the lesson, or the title of the list. */
    public String heading() {
        return lesson.map(one -> "Lesson " + one.number() + " · " + one.title()).orElse(title);
    }

    /** The word for one of the things. */
    public String noun() {
        return isList() ? "item" : "scene";
    }

    /** The thing of a number, if there is one. */
    public Optional<AgendaItem> item(int number) {
        return number < 1 || number > items.size() ? Optional.empty() : Optional.of(items.get(number - 1));
    }

    /** The first thing whose scene the course does not have, if there is one. */
    public Optional<AgendaItem> missing() {
        return items.stream()
                .filter(item -> item.place() instanceof OfScene && item.shown().isEmpty())
                .findFirst();
    }

    /** The lessons of which a scene is among the things, each once. */
    public List<Lesson> lessons() {
        return items.stream()
                .flatMap(item -> item.shown().stream())
                .map(Shown::lesson)
                .distinct()
                .toList();
    }
}
