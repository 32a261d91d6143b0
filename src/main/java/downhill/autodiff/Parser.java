package downhill.autodiff;

import downhill.autodiff.Expression.Application;
import downhill.autodiff.Expression.Literal;
import downhill.autodiff.Expression.Reference;
import downhill.autodiff.Statement.Target;
import downhill.autodiff.Token.Kind;
import downhill.math.text.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the words of a text as assignments, by recursive descent; each method is a rule of the grammar.
 *
 * <pre>
 * program    = { separator } statement { separator { separator } statement } { separator }
 * statement  = [ name "=" ] sum                       (only the last may go without a name)
 * sum        = product { ( "+" | "-" ) product }
 * product    = signed { ( "*" | "/" ) signed }
 * signed     = "-" signed | power
 * power      = primary [ "^" signed ]                 (so -x^2 is -(x^2), and 2^3^2 is 2^(3^2))
 * primary    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
 * separator  = ";" | end of line
 * </pre>
 */
final class Parser {
    private static final String OPERAND = "a number, a name, \"(\" or \"-\"";
    private static final String OPERATOR = "an operator (+ - * / ^)";
    private static final String PRODUCT = "Write a product with \"*\", for example 2*x.";

    private final List<Token> tokens;
    private final ExpressionLimits limits;
    private int at;
    private int depth;

    private Parser(List<Token> tokens, ExpressionLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /** The statements of a text, at least one; ExpressionException with line and column if it is none. */
    static List<Statement> parse(String text, ExpressionLimits limits) {
        return new Parser(Lexer.tokens(text, limits), limits).program();
    }

    private List<Statement> program() {
        List<Statement> statements = new ArrayList<>();
        skipSeparators();
        while (statements.isEmpty() || token().kind() != Kind.END) {
            statements.add(statement());
            skipSeparators();
        }
        return statements;
    }

    private void skipSeparators() {
        while (token().kind() == Kind.SEPARATOR) {
            at++;
        }
    }

    private Statement statement() {
        Token first = token();
        Optional<Target> target = Optional.empty();
        if (first.kind() == Kind.NAME && tokens.get(at + 1).is("=")) {
            if (Vocabulary.function(first.text()).isPresent()) {
                throw fault(first, "a name to assign", first.text() + " is a function. Choose another name.");
            }
            target = Optional.of(new Target(first.text(), first.span()));
            at += 2;
        }
        Expression expression = sum();
        if (!token().endsStatement()) {
            throw unexpected(
                    target.isEmpty() ? OPERATOR + ", \";\" or the end" : OPERATOR + ", \";\", a new line or the end");
        }
        if (target.isEmpty()) {
            requireLast(first);
        }
        return new Statement(target, expression);
    }

    private void requireLast(Token first) {
        int end = at;
        skipSeparators();
        if (token().kind() != Kind.END) {
            throw fault(first, "a name and \"=\"", "Only the last expression may have no name.");
        }
        at = end;
    }

    private Expression sum() {
        Token first = token();
        Expression result = product();
        while (token().is("+") || token().is("-")) {
            BinaryOperation operation = take().is("+") ? BinaryOperation.ADD : BinaryOperation.SUBTRACT;
            result = apply(operation, first, result, product());
        }
        return result;
    }

    private Expression product() {
        Token first = token();
        Expression result = signed();
        while (token().is("*") || token().is("/")) {
            BinaryOperation operation = take().is("*") ? BinaryOperation.MULTIPLY : BinaryOperation.DIVIDE;
            result = apply(operation, first, result, signed());
        }
        return result;
    }

    private Expression signed() {
        Token first = token();
        if (!first.is("-")) {
            return power();
        }
        enter();
        at++;
        Expression operand = signed();
        depth--;
        return apply(UnaryOperation.NEGATE, first, operand);
    }

    private Expression power() {
        Token first = token();
        Expression base = primary();
        if (!token().is("^")) {
            return base;
        }
        enter();
        at++;
        Expression exponent = signed();
        depth--;
        return apply(BinaryOperation.POWER, first, base, exponent);
    }

    private Expression primary() {
        Token token = token();
        if (token.is("(")) {
            enter();
            at++;
            Expression inner = sum();
            close(token, ")");
            depth--;
            return inner;
        }
        return switch (token.kind()) {
            case NUMBER -> new Literal(Double.parseDouble(take().text()), token.span());
            case NAME -> named();
            default -> throw unexpected(OPERAND);
        };
    }

    private Expression named() {
        Token name = take();
        Optional<Operation> function = Vocabulary.function(name.text());
        if (function.isPresent()) {
            return call(name, function.get());
        }
        if (token().is("(")) {
            String hint = name.text().equals("ln")
                    ? "Write log: here it is the natural logarithm."
                    : EditDistance.nearest(name.text(), Vocabulary.FUNCTIONS)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse(PRODUCT);
            throw fault(name, "a function (" + String.join(" ", Vocabulary.FUNCTIONS) + ")", hint);
        }
        return new Reference(name.text(), name.span());
    }

    private Expression call(Token name, Operation function) {
        Token open = token();
        if (!open.is("(")) {
            throw unexpected("\"(\" after the function " + name.text());
        }
        enter();
        at++;
        List<Expression> operands = new ArrayList<>();
        operands.add(sum());
        while (operands.size() < function.arity()) {
            close(open, ",");
            operands.add(sum());
        }
        close(open, ")");
        depth--;
        return apply(function, name, operands.toArray(Expression[]::new));
    }

    /** Goes past the sign that ends an operand inside parentheses. */
    private void close(Token open, String sign) {
        if (!token().is(sign)) {
            throw unexpected(OPERATOR + " or \"" + sign + "\" for the \"(\" in "
                    + open.span().place());
        }
        at++;
    }

    private void enter() {
        if (++depth > limits.depth()) {
            throw fault(
                    token(),
                    "at most " + limits.depth()
                            + " parentheses, functions, minus signs and exponents inside one another",
                    "Give a part of it a name, then use the name.");
        }
    }

    private Expression apply(Operation operation, Token first, Expression... operands) {
        Span span = first.span().to(tokens.get(at - 1).span());
        return new Application(operation, List.of(operands), span);
    }

    private Token token() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private ExpressionException unexpected(String expected) {
        return fault(token(), expected, hint(expected));
    }

    private String hint(String expected) {
        boolean afterOperand = expected.startsWith(OPERATOR);
        if (afterOperand && token().beginsOperand()) {
            return PRODUCT;
        }
        if (token().is("=")) {
            return "Only a name can stand before \"=\".";
        }
        boolean doubled = token().is("*") && at > 0 && tokens.get(at - 1).is("*");
        return doubled ? "Write a power with \"^\", for example x^2." : "";
    }

    private static ExpressionException fault(Token token, String expected, String hint) {
        return new ExpressionException(new Fault.Syntax(token.span(), expected, token.shown(), hint));
    }
}
