package downhill.insight.explanation;

import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula as a reader meets it: texts with few digits, and signs between them. It is worked out as by hand, with what each text leaves
 * open: "0.123" is any number from 0.1225 to 0.1235.
 */
public final class ShownFormula {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern TOKEN =
            Pattern.compile("=?[\\d.]+(?: × 10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|infinite|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[a-z-]{2,}|.");
    /** The relative error of the engine's own arithmetic, which is not seen in any text. */
    private static final double SLACK = 1e-11;

    /** The numbers between two ends. */
    record Range(double low, double high) {
        private static Range of(double... ends) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double end : ends) {
                low = Double.isNaN(end) ? Double.NEGATIVE_INFINITY : Math.min(low, end);
                high = Double.isNaN(end) ? Double.POSITIVE_INFINITY : Math.max(high, end);
            }
            return new Range(low, high);
        }

        private Range plus(Range other) {
            return of(low + other.low, high + other.high);
        }

        private Range opposite() {
            return new Range(-high, -low);
        }

        private Range times(Range other) {
            return of(low * other.low, low * other.high, high * other.low, high * other.high);
        }

        private Range under() {
            return low <= 0 && high >= 0
                    ? new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                    : of(1 / low, 1 / high);
        }

        private boolean meets(Range other) {
            double slack = SLACK * Math.max(Math.abs(low), Math.abs(high)) + 1e-300;
            return low - slack <= other.high && high + slack >= other.low;
        }
    }

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ShownFormula(List<String> texts) {
        for (String text : texts) {
            Matcher matcher = TOKEN.matcher(text.replace('\u2212', '−'));
            while (matcher.find()) {
                if (!matcher.group().isBlank()) {
                    tokens.add(matcher.group());
                }
            }
        }
    }

    /** An exact number's text, such as that of ½, as a part of a formula. */
    public static String exactly(String text) {
        return "=" + text;
    }

    /** Tests whether a shown result agrees with the shown formula, to the last digit that both have. */
    public static boolean agrees(String result, List<String> formula) {
        return result.contains("infinite") || value(formula).meets(value(List.of(result)));
    }

    static Range value(List<String> texts) {
        var formula = new ShownFormula(texts);
        Range value = formula.sum();
        if (formula.at < formula.tokens.size()) {
            throw new IllegalArgumentException(
                    "Left over in " + texts + ": " + formula.tokens.subList(formula.at, formula.tokens.size()));
        }
        return value;
    }

    private boolean next(String token) {
        boolean isNext = at < tokens.size() && tokens.get(at).equals(token);
        at += isNext ? 1 : 0;
        return isNext;
    }

    private Range sum() {
        Range sum = product();
        while (true) {
            if (next("+")) {
                sum = sum.plus(product());
            } else if (next("−")) {
                sum = sum.plus(product().opposite());
            } else {
                return sum;
            }
        }
    }

    private Range product() {
        if (next("−")) {
            return product().opposite();
        }
        Range product = power();
        while (true) {
            if (next("×")) {
                product = product.times(next("−") ? power().opposite() : power());
            } else if (next("/")) {
                product = product.times((next("−") ? power().opposite() : power()).under());
            } else {
                return product;
            }
        }
    }

    private Range power() {
        Range base = single();
        if (at >= tokens.size() || RAISED.indexOf(tokens.get(at).charAt(0)) < 0) {
            return base;
        }
        int exponent = Integer.parseInt(plain(tokens.get(at++)));
        Range power = Range.of(Math.pow(base.low, exponent), Math.pow(base.high, exponent));
        return base.low < 0 && base.high > 0 && exponent % 2 == 0 ? new Range(0, power.high) : power;
    }

    private Range single() {
        String token = tokens.get(at++);
        if (token.equals("(")) {
            Range inside = sum();
            next(")");
            return inside;
        }
        if (Character.isDigit(token.charAt(0)) || token.startsWith("=") || token.equals("infinite")) {
            Range number = number(token);
            if (next("since")) {
                sum();
                at += 2;
            }
            return number;
        }
        next("(");
        Range inside = sum();
        next(")");
        return Range.of(applied(token, inside.low), applied(token, inside.high));
    }

    private static double applied(String name, double x) {
        return switch (name) {
            case "√" -> Math.sqrt(Math.max(0, x));
            case "exp" -> Math.exp(x);
            case "ln" -> x <= 0 ? Double.NEGATIVE_INFINITY : Math.log(x);
            case "sign" -> Math.signum(x);
            case "sigmoid" -> 1 / (1 + Math.exp(-x));
            case "tanh" -> Math.tanh(x);
            case "relu" -> Math.max(0, x);
            case "leaky-relu" -> x > 0 ? x : 0.01 * x;
            case "softplus" -> x > 30 ? x : Math.log1p(Math.exp(x));
            case "identity" -> x;
            // an activation that is new is taken as it is
            default ->
                Activations.named(name)
                        .flatMap(Activation::curve)
                        .orElseThrow(() -> new IllegalArgumentException("No function: " + name))
                        .value(x);
        };
    }

    /** A text's number with what its last digit leaves open; 0 is exactly 0. */
    private static Range number(String token) {
        if (token.equals("infinite")) {
            return new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        boolean isExact = token.startsWith("=");
        String text = isExact ? token.substring(1) : token;
        int cut = text.indexOf(" × 10");
        String digits = cut < 0 ? text : text.substring(0, cut);
        double unit = cut < 0 ? 1 : Math.pow(10, Integer.parseInt(plain(text.substring(cut + 5))));
        double value = Double.parseDouble(digits) * unit;
        int point = digits.indexOf('.');
        boolean isRounded = !isExact || digits.length() > 6;
        double half =
                !isRounded || value == 0 ? 0 : 0.5 * unit * Math.pow(10, point < 0 ? 0 : point + 1 - digits.length());
        return new Range(value - half, value + half);
    }

    private static String plain(String raised) {
        return raised.codePoints()
                .mapToObj(c -> c == '⁻' ? "-" : String.valueOf(RAISED.indexOf(c)))
                .reduce("", String::concat);
    }
}
