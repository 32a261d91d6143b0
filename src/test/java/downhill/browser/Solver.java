package downhill.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.course.Challenge;
import downhill.course.HillTrial;
import downhill.course.PerceptronTrial;
import downhill.descent.rule.Hyperparameter;
import downhill.json.RunSpecWriter;
import downhill.json.TweakJson;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.Perceptron;
import java.util.Map;

/** Does on a page's stage what a challenge's solution says. */
final class Solver {
    private static final String STAGE = "document.querySelector('#stage')";

    private Solver() {}

    static void solve(Page page, Challenge.Solution solution) {
        switch (solution) {
            case Challenge.RunSolution s -> s.acts().forEach(act -> solve(page, act));
            case Challenge.HillSolution s -> walk(page, s.trial());
            case Challenge.GraphSolution s -> type(page, s);
            case Challenge.PerceptronSolution s -> place(page, s.trial());
        }
    }

    /** Settings are typed and steps are pressed; a weight is set by the stage, as every widget does it. */
    private static void solve(Page page, Challenge.Act act) {
        act.backTo().ifPresent(step -> {
            page.evaluate(STAGE + ".seek(" + step + ")");
            until(page, "s.progress.shown === " + step);
        });
        act.choice().ifPresent(choice -> {
            choice.activation().ifPresent(a -> choose(page, "activation", a.name()));
            choice.initializer().ifPresent(i -> choose(page, "initializer", RunSpecWriter.text(i)));
        });
        act.tweak().ifPresent(tweak -> {
            if (tweak.weights().isEmpty()) {
                tweak.optimizer()
                        .forEach((setting, value) -> tune(
                                page,
                                setting == Hyperparameter.MOMENTUM ? "momentum" : "learningRate",
                                String.valueOf(value)));
            } else {
                page.evaluate(STAGE + ".act('tweaks', " + TweakJson.write(tweak) + ")");
                var weight = tweak.weights().getLast();
                until(
                        page,
                        "s.picture.weights[%d][%d][%d] === %s"
                                .formatted(weight.l(), weight.j(), weight.k(), weight.value()));
            }
        });
        if (act.steps() > 0) {
            int from = ((Number) page.evaluate(STAGE + ".progress.newest")).intValue();
            page.evaluate(STAGE + ".act('steps', {count: " + act.steps() + "})");
            until(page, "s.progress.newest === " + (from + act.steps()));
        }
        act.example().ifPresent(example -> look(page, example));
    }

    private static void look(Page page, int example) {
        page.evaluate(STAGE + ".look(" + example + ")");
        until(page, "s.picture.example === " + example);
    }

    private static void choose(Page page, String name, String value) {
        page.locator("x-choices input[name=" + name + "]").all().stream()
                .filter(option -> value.equals(option.getAttribute("value")))
                .findFirst()
                .orElseThrow()
                .press("Space");
        until(page, "s.run.isMine && s.progress.newest === 0 && s.isOther");
    }

    private static void tune(Page page, String name, String value) {
        Locator field = page.locator("x-tuning input[name=" + name + "]");
        field.fill(value);
        field.press("Enter");
        until(page, "s.setup.spec.optimizer." + name + " === " + value);
    }

    private static void walk(Page page, HillTrial trial) {
        String rate = String.valueOf(trial.optimizer().learningRate());
        page.locator("[data-tune=learningRate]").fill(rate);
        page.evaluate(STAGE + ".act('place', {at: " + trial.start() + "})");
        until(
                page,
                "s.picture.rate === " + rate + " && s.picture.position[0] === "
                        + trial.start().getFirst());
        page.locator(".timeline [data-part=play] button").press("Enter");
        until(page, "s.picture.step === s.picture.last");
    }

    private static void type(Page page, Challenge.GraphSolution solution) {
        page.locator("#graph-expression").fill(solution.expression());
        page.locator("#graph-expression").press("Enter");
        for (Map.Entry<String, Double> value : solution.values().entrySet()) {
            until(page, "s.picture.values['" + value.getKey() + "'] === " + value.getValue());
        }
        until(page, "s.picture.graph.expression === '" + solution.expression() + "'");
    }

    /** Presses the corners whose targets differ, or places a line by its crossings with two sides of the plane. */
    private static void place(Page page, PerceptronTrial trial) {
        if (trial.line().isPresent()) {
            Perceptron line = trial.line().get();
            double left = -(line.w1() * -0.5 + line.bias()) / line.w2();
            double right = -(line.w1() * 1.5 + line.bias()) / line.w2();
            // The output 1 is on the left of the line from the first end to the second.
            String ends = line.w2() > 0
                    ? "[[-0.5, " + left + "], [1.5, " + right + "]]"
                    : "[[1.5, " + right + "], [-0.5, " + left + "]]";
            page.evaluate(STAGE + ".act('line', {ends: " + ends + "})");
            until(page, "s.picture.right === " + line.right(trial.corners()));
            return;
        }
        for (int corner = 0; corner < Corners.COUNT; corner++) {
            String wanted = String.valueOf(trial.corners().target(corner));
            Locator example = page.locator("[data-corner='" + corner + "']");
            if (!wanted.equals(example.getAttribute("data-target"))) {
                example.focus();
                page.keyboard().press("Enter");
                until(page, "s.picture.targets[" + corner + "] === " + wanted);
            }
        }
    }

    private static void until(Page page, String what) {
        Site.until(page, "(() => { const s = " + STAGE + "; return !!s.picture && " + what + "; })()");
    }
}
