package downhill.web.lab;

import downhill.autodiff.BinaryOperation;
import downhill.autodiff.Graph;
import downhill.autodiff.Node;
import downhill.autodiff.Operation;
import downhill.json.GraphDrawing;
import downhill.json.GraphDrawing.Box;
import downhill.json.GraphDrawing.Edge;
import downhill.json.GraphDrawing.Point;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.train.spec.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places a computation graph by ELK's layered algorithm: operands to the left of what is made of them, and on every line a
 * place for the two numbers that the backward pass puts there. A constant exponent is part of its node and not drawn.
 */
public final class GraphLayout {
    private static final double NODE_HEIGHT = 120;
    private static final double LEAST_WIDTH = 64;
    private static final double LETTER = 10;
    private static final double PADDING = 26;
    private static final double LABEL_WIDTH = 104;
    private static final double LABEL_HEIGHT = 38;
    private static final double BETWEEN_PORTS = 14;
    private static final int MOST_DRAWN = 60;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Graph graph;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<Integer, ElkNode> boxes = new LinkedHashMap<>();
    private final Map<Integer, ElkPort> exits = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private record Line(int node, int operand, ElkEdge edge) {}

    private GraphLayout(Graph graph) {
        this.graph = graph;
    }

    static GraphDrawing of(Graph graph) {
        return new GraphLayout(graph).place();
    }

    private GraphDrawing place() {
        root.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(4));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 14.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 20.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
        List<Node> drawn = graph.nodes().stream().filter(this::isDrawn).toList();
        if (drawn.size() > MOST_DRAWN) {
            throw new BadInputException(
                    Kind.VALUE,
                    List.of(new Problem(
                            "/expression",
                            "A graph of " + drawn.size() + " nodes is too large to be drawn; " + MOST_DRAWN
                                    + " are allowed.")));
        }
        drawn.forEach(this::addBox);
        drawn.forEach(this::addLines);
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return new GraphDrawing(
                root.getWidth(),
                root.getHeight(),
                boxes.entrySet().stream()
                        .map(e -> box(e.getKey(), e.getValue()))
                        .toList(),
                lines.stream().map(GraphLayout::edge).toList());
    }

    private boolean isDrawn(Node node) {
        return !(node.operation() instanceof Operation.Constant)
                || graph.nodes().stream()
                        .anyMatch(user -> user.operands().contains(node.id())
                                && (user.operation() != BinaryOperation.POWER
                                        || user.operands().getFirst() == node.id()))
                || node.id() == graph.output();
    }

    private void addBox(Node node) {
        ElkNode box = ElkGraphUtil.createNode(root);
        box.setDimensions(width(node), NODE_HEIGHT);
        box.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        boxes.put(node.id(), box);
        exits.put(node.id(), port(box, PortSide.EAST, box.getWidth(), NODE_HEIGHT / 2));
    }

    private static double width(Node node) {
        int letters = node.name().map(String::length).orElse(0)
                + (node.operands().isEmpty() ? 0 : node.operation().symbol().length() + 1);
        return Math.max(LEAST_WIDTH, Math.min(letters, 18) * LETTER + PADDING);
    }

    private static ElkPort port(ElkNode box, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(box);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        port.setLocation(x, y);
        return port;
    }

    private void addLines(Node node) {
        List<Integer> operands =
                node.operands().stream().filter(boxes::containsKey).toList();
        double first = NODE_HEIGHT / 2 - BETWEEN_PORTS * (operands.size() - 1) / 2.0;
        for (int i = 0; i < operands.size(); i++) {
            ElkPort entry = port(box(node.id()), PortSide.WEST, 0, first + BETWEEN_PORTS * i);
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(exits.get(operands.get(i)), entry);
            ElkLabel label = ElkGraphUtil.createLabel("number", edge);
            label.setDimensions(isConstant(operands.get(i)) ? 1 : LABEL_WIDTH, LABEL_HEIGHT);
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
            lines.add(new Line(node.id(), i, edge));
        }
    }

    private ElkNode box(int id) {
        return java.util.Objects.requireNonNull(boxes.get(id));
    }

    private boolean isConstant(int id) {
        return graph.nodes().get(id).operation() instanceof Operation.Constant;
    }

    private static Box box(int id, ElkNode box) {
        return new Box(id, box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    private static Edge edge(Line line) {
        ElkEdgeSection section = line.edge().getSections().getFirst();
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        ElkLabel label = line.edge().getLabels().getFirst();
        Point middle = new Point(label.getX() + label.getWidth() / 2, label.getY() + label.getHeight() / 2);
        return new Edge(line.node(), line.operand(), points, middle);
    }
}
