package downhill.web.widget;

import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.web.lab.ExpressionLab;
import java.util.List;
import java.util.Optional;

/**
 * The values of a widget's demo page.
 *
 * @param recording the recording that is shown
 * @param isRecorded whether the address names it: a frame then shows the recording instead of the live run
 * @param run the view of the live run
 * @param isShared whether all visitors share that run
 * @param query the settings of the shared run, as the query of an address
 * @param formula the expression of a page that shows one
 * @param targets the targets of a perceptron's four corners
 * @param remarks sentences on settings that the page could not take
 */
public record DemoView(
        String recording,
        boolean isRecorded,
        String run,
        boolean isShared,
        String query,
        ExpressionLab formula,
        String targets,
        List<String> remarks) {
    static DemoView of(Chosen chosen, LiveRun run) {
        Optional<String> recording = chosen.given("recording");
        String function = chosen.of("targets");
        return new DemoView(
                recording.orElse(Recordings.NAMES.getFirst()),
                recording.isPresent(),
                RunId.view(run),
                run.origin().shared(),
                chosen.query(),
                ExpressionLab.read(chosen.given("expression").filter(text -> !text.isBlank()), chosen.given("values")),
                Parameters.TARGETS.getOrDefault(function, "0001"),
                chosen.remarks());
    }
}
