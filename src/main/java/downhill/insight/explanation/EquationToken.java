package downhill.insight.explanation;

import downhill.insight.explanation.Part.Named;
import java.util.ArrayList;
import java.util.List;

/** A formula written in one line: signs, fixed numbers, and numbers that can be opened. */
public sealed interface EquationToken {
    /** A sign or a word: "×", "ln (". */
    record Sign(String text) implements EquationToken {}

    /** A number that can be opened. */
    record Openable(Named part) implements EquationToken {}

    /** A number with nothing behind it, and what it is, which may be empty. */
    record Fixed(double value, String label) implements EquationToken {}

    /** The formula's tokens, from left to right, with only the brackets that it needs. */
    static List<EquationToken> of(Part part) {
        var writer = new Writer();
        writer.write(part);
        return List.copyOf(writer.tokens);
    }

    /** Writes parts one after the other. */
    final class Writer {
        private final List<EquationToken> tokens = new ArrayList<>();

        private void write(Part part) {
            switch (part) {
                case Named p -> tokens.add(new Openable(p));
                case Part.Constant p -> tokens.add(new Fixed(p.value(), ""));
                case Part.Share p -> tokens.add(new Fixed(p.value(), "example " + (p.example() + 1)));
                case Part.Rest p -> tokens.add(new Fixed(p.value(), p.count() + " more together"));
                case Part.Sum p -> sum(p.terms());
                case Part.Difference p -> {
                    write(p.from());
                    sign("−");
                    bracketed(p.taken(), isSum(p.taken()));
                }
                case Part.Product p -> product(p.factors());
                case Part.Quotient p -> {
                    bracketed(p.over(), isSum(p.over()));
                    sign("/");
                    bracketed(p.under(), isSum(p.under()) || p.under() instanceof Part.Product);
                }
                case Part.Power p -> {
                    bracketed(p.base(), !isOneToken(p.base()) || p.base().value() < 0);
                    sign(superscript(p.exponent()));
                }
                case Part.Root p -> function("√", p.of());
                case Part.Opposite p -> {
                    sign("−");
                    bracketed(p.of(), isSum(p.of()));
                }
                case Part.Exponential p -> function("exp", p.of());
                case Part.Logarithm p -> function("ln", p.of());
                case Part.Sign p -> function("sign", p.of());
                case Part.Curved p -> function(p.activation().name(), p.of());
                case Part.Step p -> {
                    tokens.add(new Fixed(p.value(), ""));
                    sign("since");
                    write(p.z());
                    sign(p.z().value() > 0 ? "> 0" : "≤ 0");
                }
            }
        }

        private void sum(List<Part> terms) {
            for (int i = 0; i < terms.size(); i++) {
                boolean isNegative = terms.get(i) instanceof Part.Opposite;
                if (i > 0) {
                    sign(isNegative ? "−" : "+");
                }
                if (i > 0 && terms.get(i) instanceof Part.Opposite opposite) {
                    bracketed(opposite.of(), isSum(opposite.of()));
                } else {
                    bracketed(terms.get(i), i > 0 && terms.get(i) instanceof Part.Difference);
                }
            }
        }

        private void product(List<Part> factors) {
            for (int i = 0; i < factors.size(); i++) {
                if (i > 0) {
                    sign("×");
                }
                Part factor = factors.get(i);
                bracketed(
                        factor,
                        isSum(factor) || (i > 0 && factor instanceof Part.Opposite) || factor instanceof Part.Step);
            }
        }

        private void function(String name, Part of) {
            sign(name + " (");
            write(of);
            sign(")");
        }

        private void bracketed(Part part, boolean needed) {
            if (needed) {
                sign("(");
            }
            write(part);
            if (needed) {
                sign(")");
            }
        }

        private void sign(String text) {
            tokens.add(new Sign(text));
        }

        private static boolean isSum(Part part) {
            return part instanceof Part.Sum || part instanceof Part.Difference;
        }

        private static boolean isOneToken(Part part) {
            return part instanceof Named || part instanceof Part.Constant;
        }

        private static String superscript(int exponent) {
            StringBuilder raised = new StringBuilder();
            for (char digit : Integer.toString(exponent).toCharArray()) {
                raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
            }
            return raised.toString();
        }
    }
}
