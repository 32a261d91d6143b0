package downhill.autodiff;

/** A word of the text: its kind, its characters, its place. */
record Token(Kind kind, String text, Span span) {
    /** The kinds of words. */
    enum Kind {
        NUMBER,
        NAME,
        /** One of {@code + - * / ^ ( ) , =}. */
        SIGN,
        /** A semicolon or the end of a line, between two assignments. */
        SEPARATOR,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean endsStatement() {
        return kind == Kind.SEPARATOR || kind == Kind.END;
    }

    /** Tests whether an operand can begin with this word. */
    boolean beginsOperand() {
        return kind == Kind.NUMBER || kind == Kind.NAME || is("(");
    }

    /** The word as a message names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case SEPARATOR -> text.equals("\n") ? "the end of the line" : "\"" + text + "\"";
            default -> "\"" + Lexer.shortened(text) + "\"";
        };
    }
}
