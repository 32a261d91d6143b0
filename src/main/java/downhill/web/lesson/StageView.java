package downhill.web.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scene's stage, as its template needs it.
 *
 * @param key the same for scenes with the same figure: a scene that continues the one before keeps its stage if their keys agree
 * @param kind run, hill, graph or landscape
 * @param settings the attributes of the stage, without "data-"
 * @param at the step, the moment and the selection with which the scene begins, without "data-"
 * @param widgets the names of what is shown, in order
 * @param hill the hill, if it shows one
 */
public record StageView(
        String key,
        String kind,
        Map<String, String> settings,
        Map<String, String> at,
        List<String> widgets,
        Optional<HillView> hill) {

    /** An attribute of the stage, if it has it. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** Where the scene begins, if it says so. */
    public Optional<String> begins(String name) {
        return Optional.ofNullable(at.get(name));
    }
}
