package downhill.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the playground's stage is made of: the controls as they stand, and the run that they led to, if there is one.
 *
 * @param values the value of each control, by its name
 * @param query the same as the address's query, only what differs from the defaults
 * @param run the id of the visitor's own run; without one the stage shows step 0 of what the controls say
 * @param dataSets the data sets on offer
 */
public record PlaygroundView(
        Map<String, String> values, String query, Optional<String> run, List<DataChoice> dataSets) {

    /** The value of a control. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The hidden layers, which the network's own controls change. */
    public HiddenLayers hidden() {
        return HiddenLayers.parse(value("hidden"));
    }
}
