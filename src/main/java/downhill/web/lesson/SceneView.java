package downhill.web.lesson;

import downhill.course.Lesson;
import downhill.course.ProgramNote;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.ScenePart;
import downhill.course.grading.StartTexts;
import downhill.web.page.Attendance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A scene, as its page needs it.
 *
 * @param base what every address of the app begins with
 * @param next where the lesson leads on to
 * @param notes sentences about the parts of exported programs
 * @param startTexts fills the numbers of the scene's start into its texts
 * @param resume whether the script is to go on to the first scene that was not seen yet
 * @param attendance the learner's place in a class that has this scene, if there is one
 */
public record SceneView(
        String base,
        Lesson lesson,
        Scene scene,
        StageView stage,
        Optional<Lesson> next,
        List<ProgramNote> notes,
        StartTexts startTexts,
        boolean resume,
        Optional<Attendance> attendance) {

    /** The address of a scene of this lesson. */
    public String address(int number) {
        return base + "/lessons/" + lesson.slug() + "/" + number;
    }

    /** The address of this scene. */
    public String address() {
        return address(scene.number());
    }

    /** A text of the scene as the page shows it. */
    public String words(String html) {
        return startTexts.of(lesson, scene, html);
    }

    /** Tests whether no scene follows. */
    public boolean isLast() {
        return scene.number() == lesson.scenes().size();
    }

    /** The learner's place in a class that works through a teacher's own list; its items lead on instead of the lesson's scenes. */
    public Optional<Attendance> list() {
        return attendance.filter(one -> one.list().isPresent());
    }

    /** Tests whether the scene's words have formulas, whose letters the page needs as soon as its words are there. */
    public boolean hasFormulas() {
        return scene.parts().stream()
                .anyMatch(part ->
                        part instanceof ScenePart.Text text && text.html().contains("<math"));
    }

    /** The questions of a lesson by their ids, so that the page knows which are still open. */
    public static String questions(Lesson lesson) {
        return lesson.questions().stream().map(Question::id).collect(Collectors.joining(" "));
    }
}
