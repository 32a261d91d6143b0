package downhill.json;

import downhill.data.DataSpec;
import downhill.json.digits.DrawingJson;
import downhill.json.form.Json;
import downhill.net.Cost;
import downhill.net.Group;
import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import downhill.train.spec.RunSpec;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a specification with every default filled in; read again, it is the same specification. */
public final class RunSpecWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RunSpecWriter() {}

    /** The JSON form of a specification. */
    public static ObjectNode write(RunSpec spec) {
        ObjectNode node = NODES.objectNode();
        node.put("seed", spec.seed());
        node.set("data", data(spec.data()));
        node.set("network", network(spec.network()));
        node.put("cost", spec.cost().name());
        if (spec.cost() instanceof Cost.HalfSquaredError cost && cost.margin() > 0) {
            node.put("costMargin", cost.margin());
        }
        node.set("batch", batch(spec.batch()));
        node.set("optimizer", OptimizerJson.write(spec.optimizer()));
        spec.regularization().ifPresent(penalty -> node.set("regularization", regularization(penalty)));
        if (!spec.dropout().isEmpty()) {
            node.set("dropout", numbers(spec.dropout()));
        }
        node.set("frozen", frozen(spec.frozen()));
        return node;
    }

    static ObjectNode regularization(Regularization penalty) {
        return NODES.objectNode()
                .put("name", penalty.norm() == Norm.L1 ? "l1" : "l2")
                .put("rate", penalty.rate());
    }

    static ObjectNode data(DataSpec data) {
        ObjectNode node = NODES.objectNode();
        switch (data) {
            case DataSpec.BuiltIn d -> putBuiltIn(node, d);
            case DataSpec.Drawn d -> {
                putBuiltIn(node, d.digits());
                node.set("drawings", DrawingJson.write(d.drawings()));
            }
            case DataSpec.Inline d -> {
                node.put("name", "inline");
                node.set("inputs", rows(d.inputs()));
                node.set("targets", rows(d.targets()));
                node.set("testInputs", rows(d.testInputs()));
                node.set("testTargets", rows(d.testTargets()));
            }
            case DataSpec.Uploaded d -> {
                node.put("name", "file").put("id", d.id());
                d.count().ifPresent(count -> node.put("count", count));
                node.put("testShare", d.testShare());
            }
        }
        return node;
    }

    private static void putBuiltIn(ObjectNode node, DataSpec.BuiltIn d) {
        node.put("name", d.name()).put("seed", d.seed());
        node.put("count", d.count()).put("noise", d.noise()).put("testShare", d.testShare());
        node.set("targets", numbers(d.targets()));
        ArrayNode features = node.putArray("features");
        d.features().forEach(features::add);
    }

    private static ObjectNode network(NetworkSpec network) {
        ObjectNode node = NODES.objectNode();
        ArrayNode layers = node.putArray("layers");
        network.layers().forEach(layers::add);
        ArrayNode activations = node.putArray("activations");
        network.activations().forEach(a -> activations.add(a.name()));
        node.set("initializer", initializer(network.initializer()));
        network.given().ifPresent(given -> {
            ArrayNode weights = node.putArray("weights");
            given.weights().forEach(matrix -> weights.add(rows(matrix)));
            node.set("biases", rows(given.biases()));
        });
        if (!network.groups().isEmpty()) {
            ArrayNode groups = node.putArray("groups");
            network.groups().forEach(group -> groups.add(group(group)));
        }
        return node;
    }

    /** Writes an initializer as a JSON text. */
    public static String text(Initializer initializer) {
        return Json.text(initializer(initializer));
    }

    private static ObjectNode initializer(Initializer initializer) {
        ObjectNode node = NODES.objectNode();
        switch (initializer) {
            case Initializer.Uniform i -> node.put("name", "uniform").put("range", i.range());
            case Initializer.Normal i -> node.put("name", "normal").put("scale", i.scale());
            case Initializer.XavierUniform i -> node.put("name", "xavier-uniform");
            case Initializer.XavierNormal i -> node.put("name", "xavier-normal");
            case Initializer.HeUniform i -> node.put("name", "he-uniform");
            case Initializer.HeNormal i -> node.put("name", "he-normal");
            case Initializer.Zeros i -> node.put("name", "zeros");
            case Initializer.Constant i -> node.put("name", "constant").put("value", i.value());
            case Initializer.ByActivation i -> {}
        }
        return node.put("biases", initializer.biases());
    }

    private static ObjectNode group(Group group) {
        ObjectNode node = NODES.objectNode().put("layer", group.layer());
        ArrayNode blocks = node.putArray("blocks");
        for (Group.Block block : group.blocks()) {
            ObjectNode b = blocks.addObject();
            b.putArray("from").add(block.fromStart()).add(block.fromEnd());
            b.putArray("to").add(block.toStart()).add(block.toEnd());
        }
        return node;
    }

    private static ObjectNode batch(BatchSpec batch) {
        return NODES.objectNode()
                .put("size", batch.size())
                .put("shuffle", batch.shuffle())
                .put("reduce", name(batch.reduce()));
    }

    static String name(BatchSpec.Reduce reduce) {
        return reduce == BatchSpec.Reduce.SUM ? "sum" : "mean";
    }

    static ArrayNode frozen(List<Frozen> frozen) {
        ArrayNode list = NODES.arrayNode();
        for (Frozen f : frozen) {
            switch (f) {
                case Frozen.Biases b -> list.add("biases");
                case Frozen.Layer layer -> list.addObject().put("layer", layer.l());
                case Frozen.Weight w ->
                    list.addObject().putArray("weight").add(w.l()).add(w.j()).add(w.k());
            }
        }
        return list;
    }

    private static ArrayNode numbers(List<Double> values) {
        ArrayNode list = NODES.arrayNode(values.size());
        values.forEach(list::add);
        return list;
    }

    private static ArrayNode rows(List<List<Double>> rows) {
        ArrayNode list = NODES.arrayNode(rows.size());
        rows.forEach(row -> list.add(numbers(row)));
        return list;
    }
}
