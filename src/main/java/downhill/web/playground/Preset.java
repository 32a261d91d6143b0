package downhill.web.playground;

import java.util.List;

/**
 * Settings to start from, named after what they teach.
 *
 * @param name the words of the link
 * @param query the address's query
 * @param finding what the diagnosis finds in a run of them
 */
public record Preset(String name, String query, String finding) {
    /** The presets on offer: networks that learn, then networks in trouble. */
    public static final List<Preset> ALL = List.of(
            new Preset("XOR with two hidden neurons", "data=xor&hidden=2&learningRate=1", "learned"),
            new Preset("The circle from squared inputs", "features=x2-y2&hidden=none&learningRate=0.1", "learned"),
            new Preset(
                    "The spiral from sine inputs",
                    "data=spiral&features=x-y-sinx-siny&hidden=8-6&batchSize=30",
                    "learned"),
            new Preset("A curve through points", "data=sine&hidden=8-8&optimizer=adam&learningRate=0.01", "learned"),
            new Preset("XOR without a hidden layer", "data=xor&hidden=none", "no-hidden-layer"),
            new Preset("All starting weights are 0", "init=zeros", "symmetry"),
            new Preset("ReLUs that die", "activation=relu&learningRate=10", "dead-units"),
            new Preset("A cost that explodes", "learningRate=100", "exploded"),
            new Preset("A gradient that vanishes", "activation=sigmoid&hidden=4-4-4-4-4", "vanishing-gradient"),
            new Preset("Overfitting", "count=40&noise=0.8&testShare=0.5&hidden=8-6", "overfitting"));

    /** Tests whether a network of these settings learns its examples. */
    public boolean isGood() {
        return finding.equals("learned");
    }
}
