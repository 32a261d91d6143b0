package downhill.autodiff;

/** A word of the text: its kind, its characters, its place. */
record Token(Kind kind, String text, Span span) {
    /** What a word can be. */
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

    /** Whether an operand could begin with it. */
    boolean beginsOperand() {
        return kind == Kind.NUMBER || kind == Kind.NAME || is("(");
    }

    /** How a message names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case SEPARATOR -> text.equals("\n") ? "the end of the line" : "\"" + text + "\"";
            default -> "\"" + Lexer.shortened(text) + "\"";
        };
    }
}
