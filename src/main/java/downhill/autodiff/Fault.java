package downhill.autodiff;

/** A mistake in an expression or in the values for its variables, with its place and the cure. */
public sealed interface Fault {
    /** The mistake, its place and what is expected, in a sentence or two for the person who typed it. */
    String detail();

    /**
     * A place where the text does not go on as an expression does.
     *
     * @param expected the text expected
     * there
     * @param found the text there
     * @param hint one more sentence of help, or empty
     */
    record Syntax(Span at, String expected, String found, String hint) implements Fault {
        @Override
        public String detail() {
            return capital(at.place()) + ": expected " + expected + ", found " + found + "." + sentence(hint);
        }
    }

    /** A variable without a value; {@code at} is its first use. */
    record MissingValue(Span at, String name, String hint) implements Fault {
        @Override
        public String detail() {
            return "The variable \"" + name + "\" (" + at.place() + ") has no value." + sentence(hint);
        }
    }

    /** A value for a name that is no variable of the expression. */
    record UnknownValue(String name, String hint) implements Fault {
        @Override
        public String detail() {
            return "\"" + name + "\" is not a variable of this expression, so it cannot have a value." + sentence(hint);
        }
    }

    /**
     * A number that is infinite or not a number.
     *
     * @param node the id of the node where it arose
     * @param text the node as it was written
     * @param quantity which of the node's numbers
     * @param hint the likely cause
     */
    record NotFinite(int node, Span at, String text, String quantity, String hint) implements Fault {
        @Override
        public String detail() {
            return capital(at.place()) + ": the " + quantity + " of \"" + text + "\" is not a finite number."
                    + sentence(hint);
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String sentence(String hint) {
        return hint.isEmpty() ? "" : " " + hint;
    }
}
