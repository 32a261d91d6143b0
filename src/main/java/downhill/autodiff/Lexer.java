package downhill.autodiff;

import downhill.autodiff.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into words. A number is {@code 2}, {@code 2.5}, {@code .5} or {@code 2e-3}; a name is a letter or an underscore and then
 * letters, digits 0 to 9 and underscores; the end of a line separates as a semicolon does.
 */
final class Lexer {
    private static final String SIGNS = "+-*/^(),=";
    private static final int LONGEST_SHOWN = 40;

    /** The signs that people type or paste in place of a sign of this language. */
    private static final Map<String, String> MEANT = Map.of(
            "×", "*", "·", "*", "∙", "*", "÷", "/", "−", "-", "–", "-", "²", "^2", "³", "^3", "[", "(", "]", ")");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int column = 1;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words of a text; the last is its end. */
    static List<Token> tokens(String text, ExpressionLimits limits) {
        Lexer lexer = new Lexer(text);
        lexer.refuseLongerThan(limits.characters());
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, 0);
        return lexer.tokens;
    }

    private void refuseLongerThan(int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return;
        }
        int first = text.offsetByCodePoints(0, most);
        int lineStart = text.lastIndexOf('\n', first - 1) + 1;
        line += (int)
                text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        column += text.codePointCount(lineStart, first);
        at = first;
        throw fault("the end after at most " + most + " characters", length + " characters");
    }

    private void next() {
        int c = text.codePointAt(at);
        if (c == '\n') {
            add(Kind.SEPARATOR, 1);
            line++;
            column = 1;
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            skip(Character.charCount(c));
        } else if (isDigit(c) || c == '.') {
            number();
        } else if (beginsName(c)) {
            add(Kind.NAME, nameEnd() - at);
        } else if (c == ';') {
            add(Kind.SEPARATOR, 1);
        } else if (SIGNS.indexOf(c) >= 0) {
            add(Kind.SIGN, 1);
        } else {
            throw unknown(c);
        }
    }

    private void number() {
        int end = digits(at);
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(end + 1);
        }
        if (end - at == 1 && text.charAt(at) == '.') {
            throw fault("digits before or after the point", "\".\"");
        }
        end = exponent(end);
        if (Double.isInfinite(Double.parseDouble(text.substring(at, end)))) {
            throw fault("a number up to " + Double.MAX_VALUE, "\"" + shortened(text.substring(at, end)) + "\"");
        }
        add(Kind.NUMBER, end - at);
    }

    /** An e belongs to the number only where digits follow; else it is the constant e, and the parser asks for an operator. */
    private int exponent(int from) {
        if (from >= text.length() || Character.toLowerCase(text.charAt(from)) != 'e') {
            return from;
        }
        int first = from + 1;
        if (first < text.length() && (text.charAt(first) == '+' || text.charAt(first) == '-')) {
            first++;
        }
        int end = digits(first);
        return end > first ? end : from;
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int nameEnd() {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!beginsName(c) && !isDigit(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean beginsName(int c) {
        return c == '_' || Character.isLetter(c);
    }

    private void add(Kind kind, int length) {
        tokens.add(new Token(kind, text.substring(at, at + length), span(length)));
        skip(length);
    }

    private void skip(int length) {
        column += text.codePointCount(at, at + length);
        at += length;
    }

    private Span span(int length) {
        return new Span(line, column, at, at + length);
    }

    private ExpressionException unknown(int c) {
        String sign = Character.toString(c);
        boolean printable = c >= ' '
                && Character.isDefined(c)
                && Character.getType(c) != Character.SURROGATE
                && !Character.isISOControl(c);
        String shown = printable ? "\"" + sign + "\"" : String.format("U+%04X", c);
        String meant = MEANT.get(sign);
        return fault(
                "a number, a name or one of + - * / ^ ( ) , = ;",
                shown,
                meant == null ? "" : "Write \"" + meant + "\" instead.");
    }

    private ExpressionException fault(String expected, String found) {
        return fault(expected, found, "");
    }

    private ExpressionException fault(String expected, String found, String hint) {
        return new ExpressionException(new Fault.Syntax(span(0), expected, found, hint));
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
