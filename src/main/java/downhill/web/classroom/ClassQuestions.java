package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.classroom.ClassQuestion;
import downhill.classroom.Subject;
import downhill.course.Course;
import downhill.course.Lesson;
import downhill.live.Runs;
import downhill.web.page.Courses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The questions of the course's lessons as classes are shown them: runs are trained for them, so each lesson's are made once. */
public final class ClassQuestions {
    /** The share of this work: the server's own would make a teacher wait for everything that a server does after its start. */
    private static final String SHARE = "class questions";

    private record Kept(Course course, Map<String, List<ClassQuestion>> of) {}

    private final Courses courses;
    private final Runs runs;
    private volatile Kept kept;

    public ClassQuestions(Courses courses, Runs runs) {
        this.courses = courses;
        this.runs = runs;
        this.kept = new Kept(courses.course(), new ConcurrentHashMap<>());
    }

    /** The questions of a class, in order. */
    List<ClassQuestion> of(Agenda agenda, Subject subject) throws InterruptedException {
        if (agenda.lesson().isPresent()) {
            return of(agenda.lesson().get());
        }
        List<ClassQuestion> all = new ArrayList<>();
        for (AgendaItem item : agenda.items()) {
            if (item.shown().isPresent()) {
                of(item.shown().get().lesson()).stream()
                        .filter(asked -> asked.scene().equals(item.place()))
                        .map(asked -> asked.in(subject, item.number()))
                        .forEach(all::add);
            }
        }
        return List.copyOf(all);
    }

    /** The questions of a lesson. */
    private List<ClassQuestion> of(Lesson lesson) throws InterruptedException {
        Kept now = kept;
        Course course = courses.course();
        if (!now.course().equals(course)) {
            now = new Kept(course, new ConcurrentHashMap<>());
            kept = now;
        }
        List<ClassQuestion> found = now.of().get(lesson.slug());
        if (found == null) {
            found = runs.workers().call(SHARE, () -> ClassQuestion.of(lesson));
            now.of().put(lesson.slug(), found);
        }
        return found;
    }
}
