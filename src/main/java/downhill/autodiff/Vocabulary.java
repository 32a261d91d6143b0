package downhill.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The names that the language knows by itself: functions and constants. */
final class Vocabulary {
    /** The functions in the order in which messages and pages offer them. */
    static final List<String> FUNCTIONS =
            functions().stream().map(Operation::symbol).toList();

    static final List<String> CONSTANTS = List.of("pi", "e");

    private Vocabulary() {}

    private static List<Operation> functions() {
        List<Operation> functions = new ArrayList<>();
        for (UnaryOperation operation : UnaryOperation.values()) {
            if (operation.isFunction()) {
                functions.add(operation);
            }
        }
        for (BinaryOperation operation : BinaryOperation.values()) {
            if (operation.isFunction()) {
                functions.add(operation);
            }
        }
        return functions;
    }

    static Optional<Operation> function(String name) {
        return functions().stream().filter(f -> f.symbol().equals(name)).findFirst();
    }

    static OptionalDouble constant(String name) {
        return switch (name) {
            case "pi" -> OptionalDouble.of(StrictMath.PI);
            case "e" -> OptionalDouble.of(StrictMath.E);
            default -> OptionalDouble.empty();
        };
    }
}
