package downhill.web.lesson;

import downhill.json.StageConfig;
import downhill.json.StageConfig.SceneConfig;
import java.util.List;
import java.util.Optional;

/**
 * A scene's stage, as its template needs it.
 *
 * @param substep the substep of a step with which the scene begins
 * @param select the part of the network that is selected when the scene begins
 * @param widgets the names of what is shown, in order
 * @param hill the hill, if it shows one
 * @param choices the settings with which its run can be begun again, if there are some
 */
public record StageView(
        StageConfig config,
        Optional<String> substep,
        Optional<String> select,
        List<String> widgets,
        Optional<HillView> hill,
        Optional<ChoicesView> choices) {

    /** Returns whether it shows a computation graph. */
    public boolean isGraph() {
        return config.source() instanceof StageConfig.GraphSource;
    }

    /** Returns whether it shows a perceptron. */
    public boolean isPerceptron() {
        return config.source() instanceof StageConfig.PerceptronSource;
    }

    /** The controls that the scene takes away. */
    public List<String> locked() {
        return config.scene().map(SceneConfig::locked).orElse(List.of());
    }
}
