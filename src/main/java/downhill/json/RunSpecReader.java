package downhill.json;

import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import downhill.net.Cost;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import downhill.train.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the specification of a run, every default filled in. */
public final class RunSpecReader {
    /** The largest seed: whole numbers up to it are exact in a JSON number. */
    public static final long LARGEST_SEED = (1L << 53) - 1;

    static final int MOST_INDEX = 1_000_000;

    private static final List<String> COSTS = List.of("half-squared-error", "mean-squared-error", "cross-entropy");

    private RunSpecReader() {}

    /** The specification in a JSON text; BadInputException with every problem of it otherwise. */
    public static RunSpec read(byte[] json) {
        return Json.read(json, RunSpecReader::runSpec);
    }

    static RunSpec runSpec(Members m) {
        long seed = m.whole("seed", 1, 0, LARGEST_SEED);
        var data = DataSpecReader.read(m, seed);
        var network = NetworkSpecReader.read(m);
        var spec = new RunSpec(
                seed,
                data,
                network,
                cost(m),
                batch(m.object("batch")),
                OptimizerJson.read(m.object("optimizer")),
                m.optionalObject("regularization").map(RunSpecReader::regularization),
                m.list("dropout", (i, v) -> v.number(Range.SHARE)),
                frozen(m).orElse(List.of()));
        return spec;
    }

    private static Cost cost(Members m) {
        String name = m.choice("cost", "half-squared-error", COSTS);
        double margin = m.number("costMargin", 0, new Range(0, false, 0.5, true));
        if (margin > 0 && !name.equals("half-squared-error")) {
            m.problems().value(m.at("costMargin"), "Only half-squared-error has a margin.");
        }
        return switch (name) {
            case "mean-squared-error" -> new Cost.MeanSquaredError();
            case "cross-entropy" -> new Cost.CrossEntropy();
            default -> new Cost.HalfSquaredError(margin);
        };
    }

    private static BatchSpec batch(Members m) {
        int size = (int) m.whole("size", 0, 0, MOST_INDEX);
        boolean shuffle = m.flag("shuffle", false);
        String reduce = m.choice("reduce", "mean", List.of("mean", "sum"));
        m.refuseUnknown();
        return new BatchSpec(size, shuffle, reduce(reduce));
    }

    static Reduce reduce(String name) {
        return name.equals("sum") ? Reduce.SUM : Reduce.MEAN;
    }

    static Regularization regularization(Members m) {
        String name = m.choice("name", List.of("l1", "l2"));
        double rate = m.number("rate", Range.NOT_NEGATIVE);
        m.refuseUnknown();
        return new Regularization(name.equals("l1") ? Norm.L1 : Norm.L2, rate);
    }

    /** The list of what is frozen, or nothing if it is not mentioned. */
    static Optional<List<Frozen>> frozen(Members m) {
        return m.value("frozen").map(list -> {
            List<Frozen> frozen = new ArrayList<>();
            list.elements().forEach(v -> frozen(v).ifPresent(frozen::add));
            return frozen;
        });
    }

    private static Optional<Frozen> frozen(Value v) {
        if (v.isText()) {
            v.choice(List.of("biases"), "biases");
            return Optional.of(new Frozen.Biases());
        }
        Members m = v.members();
        Optional<Frozen> layer = m.optionalWhole("layer", 0, MOST_INDEX).map(l -> new Frozen.Layer(l.intValue()));
        Optional<Frozen> weight = m.value("weight")
                .map(at -> indices(at, 3))
                .map(at -> new Frozen.Weight(at.get(0), at.get(1), at.get(2)));
        m.refuseUnknown();
        if (layer.isPresent() == weight.isPresent()) {
            m.problems().shape(v.pointer(), "\"biases\", {\"layer\": l} or {\"weight\": [l, j, k]} is expected here.");
        }
        return layer.or(() -> weight);
    }

    /** A list of exactly this number of indices. */
    static List<Integer> indices(Value v, int count) {
        List<Integer> indices =
                v.elements().stream().map(i -> i.index(MOST_INDEX)).toList();
        if (indices.size() != count) {
            v.problems()
                    .shape(
                            v.pointer(),
                            "A list of " + count + " indices is expected here, not of " + indices.size() + ".");
            return java.util.Collections.nCopies(count, 0);
        }
        return indices;
    }
}
