package downhill.live;

import downhill.insight.Frame;
import downhill.insight.FrameSummary;
import downhill.insight.Scores;
import downhill.json.FrameWriter;
import downhill.json.RunJson;
import downhill.train.Run;
import downhill.train.Tweak;

/** Makes the texts that are sent of a run: frames, and what the events say. */
public final class FrameMaker {
    /** Evaluating the whole sets costs this many multiply-adds at most unless it is asked for. */
    private static final long CHEAP = 2_000_000;

    /** The frame of a run's newest step. */
    public byte[] frame(Run run, View view) {
        int example = view.example().orElse(run.batch()[0]);
        Scores scores = view.evaluate() || isCheap(run) ? Scores.of(run) : Scores.NONE;
        return view.full()
                ? FrameWriter.write(Frame.of(run, example, scores), view.digits())
                : FrameWriter.write(FrameSummary.of(run, example, scores), view.digits());
    }

    private static boolean isCheap(Run run) {
        long parameters = run.network().parameterCount();
        return parameters * (run.data().size() + run.data().testSize()) <= CHEAP;
    }

    String tweaked(int step, Tweak tweak) {
        return RunJson.tweaked(new RunJson.Logged(step, tweak));
    }

    String state(LiveRun.State state, double stepsPerSecond, Run run) {
        return RunJson.state(state.name().toLowerCase(java.util.Locale.ROOT), stepsPerSecond, run);
    }
}
