package downhill.export;

import downhill.train.spec.BatchSpec.Reduce;
import java.util.stream.Collectors;

/** The pieces of Python that the NumPy program and the PyTorch program share: the random generator and the batches. */
final class PythonText {
    /** xoshiro256++ and SplitMix64 as the engine uses them, for shuffling and dropout. */
    static final String GENERATOR = """
            GOLDEN, BITS = 0x9E3779B97F4A7C15, (1 << 64) - 1


            def mixed(x):
                \"""SplitMix64's mixing of 64 bits.\"""
                x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & BITS
                x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & BITS
                return x ^ (x >> 31)


            def random(stream, part):
                \"""Whole numbers of 64 random bits (xoshiro256++), the same ones for the same seed, stream and part.\"""
                x = mixed(mixed(mixed((SEED + GOLDEN) & BITS) ^ (stream * GOLDEN & BITS)) ^ part)
                s = [mixed((x + i * GOLDEN) & BITS) for i in (1, 2, 3, 4)]
                while True:
                    x = (s[0] + s[3]) & BITS
                    yield (((x << 23 | x >> 41) & BITS) + s[0]) & BITS
                    t = (s[1] << 17) & BITS
                    s[2] ^= s[0]
                    s[3] ^= s[1]
                    s[1] ^= s[2]
                    s[0] ^= s[3]
                    s[2] ^= t
                    s[3] = (s[3] << 45 | s[3] >> 19) & BITS


            """;

    static final String ORDER = """
            def order(epoch):
                \"""The examples in the order of an epoch, shuffled as Fisher and Yates do.\"""
                places = list(range(len(inputs)))
                if shuffle:
                    draws = random(3, epoch)
                    for i in range(len(places) - 1, 0, -1):
                        most = (1 << 62) - (1 << 62) % (i + 1)
                        j = next(x >> 2 for x in draws if x >> 2 < most) % (i + 1)
                        places[i], places[j] = places[j], places[i]
                return places


            """;

    static final String MASKS = """
            def masks(l):
                \"""0 for the neurons of hidden layer l+1 that this step drops, 1/(1-rate) for the others.\"""
                return array([row[l] for row in drawn])


            def draw_masks(step, count):
                \"""One row for each example of the batch: a list of factors for each hidden layer.\"""
                rows = []
                for place in range(count):
                    draws = random(4, (step << 31) + place)
                    rows.append([[0.0 if (next(draws) >> 11) * 2.0 ** -53 < rate else 1 / (1 - rate)
                                  for _ in range(len(W[l]))] for l, rate in enumerate(DROPOUT)])
                return rows


            """;

    static final String SLICE = """
            # The batch: a slice of the epoch's order, the last one may be short.
            slices = -(-len(inputs) // size)
            epoch, place = first_epoch + (step - first_step) // slices, (step - first_step) % slices
            """;

    static final String CHOSEN = """
            x, d = inputs[batch], targets[batch]
            """;

    private PythonText() {}

    /** Chooses each step's examples x and their targets d. */
    static void addBatch(Listing program, Recipe recipe) {
        if (!recipe.isSliced()) {
            program.add("x, d = inputs, targets   # the whole training set is one batch");
        } else {
            program.add(SLICE);
            if (recipe.isShuffled()) {
                program.add("if place == 0:\n    places = order(epoch)");
                program.add("batch = places[place * size:(place + 1) * size]");
            } else {
                program.add("batch = list(range(len(inputs)))[place * size:(place + 1) * size]");
            }
            program.add(CHOSEN);
        }
    }

    /** The rates of dropout. */
    static String dropout(Recipe recipe) {
        return "DROPOUT = ["
                + recipe.spec().dropout().stream().map(Literals::number).collect(Collectors.joining(", "))
                + "]   # the share of each hidden layer that a step drops";
    }

    /** What a batch's sums are multiplied by. */
    static String scale(Recipe recipe) {
        if (recipe.reduces()) {
            return "1.0 / len(x) if mean else 1.0";
        }
        return recipe.spec().batch().reduce() == Reduce.MEAN ? "1.0 / len(x)" : "1.0";
    }
}
