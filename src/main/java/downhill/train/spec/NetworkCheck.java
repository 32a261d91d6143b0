package downhill.train.spec;

import downhill.net.Group;
import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.net.NetworkSpec.Given;
import java.util.ArrayList;
import java.util.List;

/** Finds what does not fit the layers in a network's initial values and groups. */
public final class NetworkCheck {
    private final NetworkSpec network;
    private final List<Problem> problems = new ArrayList<>();

    private NetworkCheck(NetworkSpec network) {
        this.network = network;
    }

    static List<Problem> problems(NetworkSpec network) {
        var check = new NetworkCheck(network);
        check.checkInitializer();
        network.given().ifPresent(check::checkGiven);
        for (int g = 0; g < network.groups().size(); g++) {
            check.checkGroup(network.groups().get(g), "/network/groups/" + g);
        }
        return check.problems;
    }

    private void refuse(String pointer, String detail) {
        problems.add(new Problem(pointer, detail));
    }

    private void checkInitializer() {
        switch (network.initializer()) {
            case Initializer.Uniform i -> checkNumber("range", i.range(), 0);
            case Initializer.Normal i -> checkNumber("scale", i.scale(), 0);
            case Initializer.Constant i -> checkNumber("value", i.value(), -Double.MAX_VALUE);
            default -> {}
        }
    }

    private void checkNumber(String name, double value, double least) {
        if (!(value >= least && Double.isFinite(value))) {
            refuse(
                    "/network/initializer/" + name,
                    "A finite number" + (least == 0 ? " from 0" : "") + " is allowed, not " + value + ".");
        }
    }

    private void checkGiven(Given given) {
        int depth = network.layers().size() - 1;
        if (hasLength("/network/weights", given.weights(), depth, "layers")) {
            for (int l = 0; l < depth; l++) {
                checkMatrix("/network/weights/" + l, given.weights().get(l), l);
            }
        }
        if (hasLength("/network/biases", given.biases(), depth, "layers")) {
            for (int l = 0; l < depth; l++) {
                checkRow(
                        "/network/biases/" + l,
                        given.biases().get(l),
                        network.layers().get(l + 1));
            }
        }
    }

    private void checkMatrix(String pointer, List<List<Double>> rows, int l) {
        if (hasLength(pointer, rows, network.layers().get(l + 1), "rows, one for each neuron above,")) {
            for (int j = 0; j < rows.size(); j++) {
                checkRow(pointer + "/" + j, rows.get(j), network.layers().get(l));
            }
        }
    }

    private void checkRow(String pointer, List<Double> row, int length) {
        if (hasLength(pointer, row, length, "numbers")) {
            for (int k = 0; k < length; k++) {
                if (!Double.isFinite(row.get(k))) {
                    refuse(pointer + "/" + k, "A finite number is allowed, not " + row.get(k) + ".");
                }
            }
        }
    }

    private boolean hasLength(String pointer, List<?> list, int length, String what) {
        if (list.size() != length) {
            refuse(pointer, "By the layers " + length + " " + what + " are needed here, not " + list.size() + ".");
        }
        return list.size() == length;
    }

    private void checkGroup(Group group, String pointer) {
        int depth = network.layers().size() - 1;
        if (group.layer() < 0 || group.layer() >= depth) {
            refuse(
                    pointer + "/layer",
                    "A layer of weights from 0 to " + (depth - 1) + " is allowed, not " + group.layer() + ".");
            return;
        }
        for (int b = 0; b < group.blocks().size(); b++) {
            Group.Block block = group.blocks().get(b);
            String at = pointer + "/blocks/" + b;
            checkRange(
                    at + "/from",
                    block.fromStart(),
                    block.fromEnd(),
                    network.layers().get(group.layer()));
            checkRange(
                    at + "/to", block.toStart(), block.toEnd(), network.layers().get(group.layer() + 1));
        }
    }

    private void checkRange(String pointer, int start, int end, int width) {
        if (start < 0 || end <= start || end > width) {
            refuse(
                    pointer,
                    "A half-open range of neurons within [0, " + width + "] is allowed, not [" + start + ", " + end
                            + "].");
        }
    }
}
