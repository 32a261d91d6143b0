package downhill.live.watch;

import downhill.insight.Frame;
import downhill.insight.FrameSummary;
import downhill.insight.Scores;
import downhill.json.ExplanationJson;
import downhill.json.FrameWriter;
import downhill.json.RunJson;
import downhill.json.RunJson.Movement;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;

/** Makes the texts that are sent of a run: frames, and what the events say. */
public final class FrameMaker {
    /** The frame of a run's newest step. */
    public byte[] frame(Run run, View view) {
        int example = view.example().orElse(run.batch()[0]);
        Scores scores = view.evaluate() || Scores.areCheap(run) ? Scores.of(run) : Scores.NONE;
        byte[] frame = view.full()
                ? FrameWriter.write(Frame.of(run, example, scores), view.digits())
                : FrameWriter.write(FrameSummary.of(run, example, scores, view.neurons()), view.digits());
        return view.explain().isEmpty() ? frame : ExplanationJson.append(frame, run, example, view.explain());
    }

    public RunEvent tweaked(int step, Tweak tweak) {
        return new RunEvent.Tweaked(RunJson.tweaked(new LoggedTweak(step, tweak)));
    }

    /** The event of a state. */
    public String state(Movement movement, Run run) {
        return RunJson.state(movement, run);
    }
}
