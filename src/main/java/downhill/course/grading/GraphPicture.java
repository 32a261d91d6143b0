package downhill.course.grading;

import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import java.util.Optional;
import java.util.OptionalDouble;

/** A computation graph with its numbers. */
record GraphPicture(GraphEvaluation evaluation) implements Picture {
    @Override
    public OptionalDouble value(String path) {
        int dot = path.indexOf('.');
        Optional<Integer> id = evaluation.graph().nodes().stream()
                .filter(node -> node.name().equals(Optional.of(path.substring(dot + 1))))
                .map(Node::id)
                .findFirst();
        if (dot < 0 || id.isEmpty()) {
            return OptionalDouble.empty();
        }
        return switch (path.substring(0, dot)) {
            case "value" -> OptionalDouble.of(evaluation.value(id.get()));
            case "gradient" -> OptionalDouble.of(evaluation.gradient(id.get()));
            default -> OptionalDouble.empty();
        };
    }
}
