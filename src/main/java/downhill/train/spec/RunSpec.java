package downhill.train.spec;

import downhill.data.DataSpec;
import downhill.descent.Optimizer;
import downhill.net.Cost;
import downhill.net.NetworkSpec;
import java.util.List;
import java.util.Optional;

/**
 * All that decides a run, with every default filled in: a run is a pure function of the engine's version, this, and the
 * tweaks.
 *
 * @param seed 0 to 2^53-1; initial weights, shuffling and dropout draw from separate streams of it
 * @param dropout one rate for each hidden layer, or empty for none
 */
public record RunSpec(
        long seed,
        DataSpec data,
        NetworkSpec network,
        Cost cost,
        BatchSpec batch,
        Optimizer optimizer,
        Optional<Regularization> regularization,
        List<Double> dropout,
        List<Frozen> frozen) {
    /** The same with other data. */
    public RunSpec withData(DataSpec other) {
        return new RunSpec(seed, other, network, cost, batch, optimizer, regularization, dropout, frozen);
    }

    /** The same with another seed. */
    public RunSpec withSeed(long other) {
        return new RunSpec(other, data, network, cost, batch, optimizer, regularization, dropout, frozen);
    }
}
