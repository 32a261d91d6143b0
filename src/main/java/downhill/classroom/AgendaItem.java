package downhill.classroom;

import downhill.classroom.PreparedList.OfPlayground;
import downhill.classroom.PreparedList.Place;
import downhill.course.Lesson;
import downhill.course.Scene;
import java.util.Optional;

/**
 * One of the things that a class works through.
 *
 * @param number from 1
 * @param words the teacher's; empty if there are none
 * @param shown the scene that it shows; nothing for the playground, and where the course no longer has the scene
 * @param inList whether it belongs to a teacher's own list, among scenes of other lessons
 */
public record AgendaItem(int number, Place place, String words, Optional<Shown> shown, boolean inList) {
    /** A scene of a lesson. */
    public record Shown(Lesson lesson, Scene scene) {}

    /** The scene's title, with the lesson's where other lessons are beside it. */
    public String title() {
        return shown.map(at -> inList
                        ? at.lesson().title() + ": " + at.scene().title()
                        : at.scene().title())
                .orElse(place instanceof OfPlayground ? "Playground" : "A scene that the course no longer has");
    }
}
