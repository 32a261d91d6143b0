package downhill.json.link;

import downhill.json.RunSpecReader;
import downhill.json.TweakJson;
import downhill.json.link.LinkedState.Branch;
import downhill.json.link.PageState.Selected;
import downhill.math.Rng;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** States of the playground by chance, always by the same chance. */
final class RandomStates {
    private final Rng rng;

    RandomStates(long seed) {
        this.rng = Rng.of(seed, Rng.Stream.CHECK);
    }

    private String one(String... words) {
        return words[rng.nextInt(words.length)];
    }

    private String number() {
        return String.valueOf(rng.nextDouble() * StrictMath.pow(10, rng.nextInt(7) - 3));
    }

    LinkedState next() {
        RunSpec spec = spec();
        List<Branch> branches = new ArrayList<>();
        int count = 1 + rng.nextInt(4);
        for (int i = 0; i < count; i++) {
            int parent = i == 0 ? LinkedState.NONE : rng.nextInt(i);
            int from = i == 0 ? 0 : rng.nextInt(branches.get(parent).step() + 1);
            int step = from + rng.nextInt(2000);
            branches.add(new Branch(parent, from, tweaks(from, step), step, rng.nextInt(5) == 0, rng.nextInt(3) == 0));
        }
        int front = rng.nextInt(count);
        return new LinkedState(
                spec, branches, front, page(spec, branches.get(front).step()));
    }

    private RunSpec spec() {
        int hidden = 1 + rng.nextInt(8);
        String json = String.format(
                Locale.ROOT,
                """
                {"seed": %d, "data": {"name": "%s"}, "network": {"layers": [2, %d, 1], "activations": ["%s", "sigmoid"],
                "initializer": %s}, "cost": "%s", "batch": {"size": %d, "shuffle": %b, "reduce": "%s"},
                "optimizer": %s%s}""",
                (long) (rng.nextDouble() * RunSpecReader.LARGEST_SEED),
                one("xor", "circle", "spiral", "gaussians", "moons"),
                hidden,
                one("tanh", "relu", "sigmoid", "leaky-relu"),
                one("{\"name\": \"xavier-uniform\"}", "{\"name\": \"normal\", \"scale\": " + number() + "}"),
                one("cross-entropy", "half-squared-error", "mean-squared-error"),
                rng.nextInt(20),
                rng.nextInt(2) == 0,
                one("mean", "sum"),
                one(
                        "{\"name\": \"sgd\", \"learningRate\": " + number() + ", \"momentum\": 0.9}",
                        "{\"name\": \"adam\", \"learningRate\": " + number() + "}"),
                one("", ", \"frozen\": [\"biases\"]", ", \"regularization\": {\"name\": \"l2\", \"rate\": 0.01}"));
        return RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private List<LoggedTweak> tweaks(int from, int step) {
        List<LoggedTweak> tweaks = new ArrayList<>();
        int at = from;
        for (int left = rng.nextInt(5); left > 0 && at <= step; left--) {
            tweaks.add(new LoggedTweak(at, tweak()));
            at += rng.nextInt(400);
        }
        return tweaks;
    }

    private Tweak tweak() {
        String json = one(
                "{\"optimizer\": {\"learningRate\": " + number() + "}}",
                "{\"batch\": {\"size\": " + rng.nextInt(30) + "}}",
                "{\"weights\": [{\"at\": [0, 0, 1], \"value\": " + (rng.nextDouble() - 0.5) + "}]}",
                "{\"biases\": [{\"at\": [1, 0], \"value\": -" + number() + "}]}",
                "{\"regularization\": {\"name\": \"l1\", \"rate\": " + number() + "}}",
                "{\"frozen\": [{\"layer\": 1}]}");
        return TweakJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private PageState page(RunSpec spec, int newest) {
        int hidden = spec.network().layers().get(1);
        Selected selected = rng.nextInt(2) == 0
                ? new Selected("neuron", List.of(1, rng.nextInt(hidden)))
                : new Selected("weight", List.of(0, rng.nextInt(hidden), 1));
        return new PageState(
                rng.nextInt(2) == 0 ? OptionalInt.empty() : OptionalInt.of(rng.nextInt(newest + 1)),
                rng.nextInt(2) == 0 ? OptionalInt.empty() : OptionalInt.of(rng.nextInt(100)),
                rng.nextInt(2) == 0 ? Optional.empty() : Optional.of(selected),
                rng.nextInt(2) == 0 ? List.of() : List.of("more", "inside-step"),
                one("even", "log"));
    }
}
