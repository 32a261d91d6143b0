package downhill.autodiff;

import downhill.autodiff.Expression.Application;
import downhill.autodiff.Expression.Literal;
import downhill.autodiff.Expression.Reference;
import java.util.List;
import java.util.stream.Collectors;

/** Writes trees as text, with only those parentheses that the grammar of {@link Parser} needs to read back the same tree. */
final class Printer {
    // binding strengths of the grammar's rules, from loose to tight
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGNED = 3;
    private static final int POWER = 4;
    private static final int PRIMARY = 5;

    private Printer() {}

    static String print(List<Statement> statements) {
        return statements.stream().map(Printer::print).collect(Collectors.joining("; "));
    }

    private static String print(Statement statement) {
        String expression = print(statement.expression(), SUM);
        return statement.target().map(t -> t.name() + " = " + expression).orElse(expression);
    }

    private static String print(Expression expression, int least) {
        return switch (expression) {
            case Literal literal -> number(literal.value());
            case Reference reference -> reference.name();
            case Application a -> binding(a.operation()) < least ? "(" + print(a) + ")" : print(a);
        };
    }

    private static String print(Application a) {
        String symbol = a.operation().symbol();
        return switch (binding(a.operation())) {
            case SUM -> print(a, 0, SUM) + " " + symbol + " " + print(a, 1, PRODUCT);
            case PRODUCT -> print(a, 0, PRODUCT) + symbol + print(a, 1, SIGNED);
            case SIGNED -> "-" + print(a, 0, SIGNED);
            case POWER -> print(a, 0, PRIMARY) + symbol + print(a, 1, SIGNED);
            default ->
                symbol + a.operands().stream().map(o -> print(o, SUM)).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String print(Application a, int operand, int least) {
        return print(a.operands().get(operand), least);
    }

    private static int binding(Operation operation) {
        return switch (operation) {
            case BinaryOperation.ADD, BinaryOperation.SUBTRACT -> SUM;
            case BinaryOperation.MULTIPLY, BinaryOperation.DIVIDE -> PRODUCT;
            case UnaryOperation.NEGATE -> SIGNED;
            case BinaryOperation.POWER -> POWER;
            default -> PRIMARY;
        };
    }

    private static String number(double x) {
        return x == StrictMath.rint(x) && x < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }
}
