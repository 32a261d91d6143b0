package downhill.web.playground;

import downhill.json.link.LinkedState;
import downhill.json.link.LinkedState.Branch;
import downhill.live.ConflictException;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.live.Visitor;
import downhill.live.watch.FrameText;
import downhill.live.watch.RunState;
import downhill.live.watch.View;
import downhill.live.work.TaskProgress;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The runs that a link's state describes, made for one visitor: each is trained again from its start, as any other run is, so the visitor's
 * limits, memory and turns hold for it. How much training that takes is worked out before any of it is done.
 */
final class LinkCopy {
    /** The most training that is done for one link, in multiply-adds: about ten seconds of it. */
    static final double MOST_WORK = 2e10;

    private final Runs runs;
    private final LinkedState state;
    private final Visitor visitor;
    private final double mostWork;
    private final Map<Integer, LiveRun> made = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    /** The steps of all runs together, and those of them that are made, for the progress of the request. */
    private double planned;

    private double trained;

    private LinkCopy(Runs runs, LinkedState state, Visitor visitor, double mostWork) {
        this.runs = runs;
        this.state = state;
        this.visitor = visitor;
        this.mostWork = mostWork;
    }

    /**
     * The runs of a link.
     *
     * @param runs all of them
     * @param front the shown one
     * @param branches their ids, with dots between them, and one more before each that is off the view; empty if there is one run only
     * @param said a sentence for each thing that could not be made as the link says
     */
    record Made(List<LiveRun> runs, LiveRun front, String branches, List<String> said) {}

    /** Makes all runs of a state, or none; RefusedException or BusyException as for any other new run. */
    static Made make(Runs runs, LinkedState state, Visitor visitor, double mostWork) throws InterruptedException {
        var copy = new LinkCopy(runs, state, visitor, mostWork);
        boolean done = false;
        try {
            copy.makeAll();
            done = true;
        } finally {
            if (!done) {
                copy.made.values().forEach(runs::delete);
            }
        }
        return copy.result();
    }

    private void makeAll() throws InterruptedException {
        made.put(0, runs.create(state.spec(), visitor));
        int[] reached = LinkWork.of(state, made.get(0)).reach(mostWork);
        planned = IntStream.range(0, reached.length)
                .map(i -> Math.max(0, reached[i] - state.branches().get(i).from()))
                .sum();
        for (int i = 0; i < reached.length; i++) {
            Branch branch = state.branches().get(i);
            LiveRun parent = made.get(branch.parent());
            if (i > 0 && parent != null && branch.from() <= step(parent) && branch.from() <= reached[i]) {
                made.put(i, runs.branch(parent, RunId.view(parent), branch.from(), Optional.empty(), visitor));
            }
            LiveRun run = made.get(i);
            if (run == null) {
                said.add("Branch " + (i + 1)
                        + " of this link was left out, because the copy does not come to the step at which it begins.");
            } else {
                train(run, branch, reached[i]);
            }
        }
    }

    private void train(LiveRun run, Branch branch, int reached) throws InterruptedException {
        for (LoggedTweak tweak : branch.tweaks()) {
            if (tweak.step() <= reached && advance(run, tweak.step())) {
                change(run, tweak);
            }
        }
        boolean isThere = advance(run, reached);
        if (reached < branch.step()) {
            said.add("The run of this link made " + count(branch.step())
                    + " steps, more than this server repeats for a link. Your copy is at step "
                    + count(step(run)) + ". Press Play to go on from there.");
        } else if (!isThere) {
            said.add("The run of this link diverges after step " + count(step(run)) + ", so your copy ends there.");
        } else if (branch.diverged()) {
            run.step(1, run.read(View::exact));
        }
    }

    private void change(LiveRun run, LoggedTweak tweak) {
        try {
            run.tweak(tweak.tweak());
        } catch (RefusedException e) {
            String reasons = e.problems().stream().map(Problem::detail).limit(3).collect(Collectors.joining(" "));
            said.add("The change at step " + count(tweak.step())
                    + " of this link cannot be made, so it was left out, and the numbers after it can differ. "
                    + reasons);
        } catch (ConflictException e) {
            said.add(String.valueOf(e.getMessage()));
        }
    }

    /** Trains a run to a step; answers whether it came there. */
    private boolean advance(LiveRun run, int step) throws InterruptedException {
        int missing = step - step(run);
        if (missing > 0 && run.state() != RunState.DIVERGED) {
            View view = run.read(View::exact);
            TaskProgress.<FrameText, InterruptedException>between(
                    trained / planned, (trained + missing) / planned, () -> run.step(missing, view));
            trained += missing;
        }
        return step(run) == step;
    }

    private static int step(LiveRun run) {
        return run.read(history -> history.step());
    }

    private boolean isOff(int i) {
        return state.branches().get(i).off();
    }

    private static String count(int steps) {
        return String.format(Locale.ROOT, "%,d", steps);
    }

    private Made result() {
        int front = made.containsKey(state.front()) ? state.front() : 0;
        String branches = made.size() == 1
                ? ""
                : made.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> (entry.getKey() != front && isOff(entry.getKey()) ? "." : "")
                                + entry.getValue().id())
                        .collect(Collectors.joining("."));
        return new Made(
                List.copyOf(made.values()), Objects.requireNonNull(made.get(front)), branches, List.copyOf(said));
    }
}
