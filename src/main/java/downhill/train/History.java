package downhill.train;

import downhill.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class History {
    public record Tweaked(int step, Tweak tweak) {}

    private final Run run;
    private final List<Tweaked> tweaks = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();

    public History(RunSpec spec, Dataset data) {
        run = Run.start(spec, data);
        costs.add(run.cost());
    }

    public Run newest() {
        return run;
    }

    public void advance() {
        int s = run.step();
        run.advance();
        if (run.step() > s) costs.add(run.cost());
    }

    public int tweak(Tweak t) {
        run.tweak(t);
        tweaks.add(new Tweaked(run.step(), t));
        return run.step();
    }

    public Run at(int step) {
        Run r = Run.start(run.spec(), run.data());
        while (r.step() < step) r.advance();
        return r;
    }

    public History branch(int step, Optional<Tweak> t) {
        History h = new History(run.spec(), run.data());
        while (h.run.step() < step) h.advance();
        t.ifPresent(h::tweak);
        return h;
    }

    public double cost(int step) {
        return costs.get(step);
    }

    public List<Tweaked> tweaks() {
        return tweaks;
    }
}
