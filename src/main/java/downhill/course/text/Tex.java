package downhill.course.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * LaTeX formulas as MathML Core, which browsers show themselves: the part of LaTeX that lessons use, and no inline styles.
 * SnuggleTeX was tried and lets {@code \mathbf} run on to the formula's end and loses commas in brackets.
 */
final class Tex {
    /** Letters that lean over their own width. */
    private static final Set<String> LEANING = Set.of("W", "V", "Y");

    /** A formula that cannot be read. */
    static final class TexException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        TexException(String problem) {
            super(problem);
            this.problem = problem;
        }

        /** The mistake in words. */
        String problem() {
            return problem;
        }
    }

    /** A part of a formula: its MathML, and what the parts beside it need to know of it. */
    private record Atom(String xml, Kind kind) {}

    private enum Kind {
        ORDINARY,
        /** Asks for operands on both sides; a minus after it is a sign. */
        OPERATOR,
        OPENING,
        /** Written before its argument, a little apart. */
        FUNCTION,
        /** A sign that carries its limits below and above itself in display. */
        LIMITS,
        SPACE
    }

    private final TexTokens tokens;
    private final boolean display;
    private final Function<String, String> value;

    private Tex(String formula, boolean display, Function<String, String> value) {
        this.tokens = new TexTokens(formula);
        this.display = display;
        this.value = value;
    }

    /**
     * The {@code <math>} element of a formula; TexException if there is something in it that is not known.
     *
     * @param value makes the element of a number that is bound to the stage, from the text between {{ and }}
     */
    static String mathml(String formula, boolean display, Function<String, String> value) {
        Tex tex = new Tex(formula, display, value);
        String row = tex.row("");
        return (display ? "<math display=\"block\">" : "<math>") + row + "</math>";
    }

    /** Everything up to a token, which is taken too; to the end for "". */
    private String row(String end) {
        StringBuilder out = new StringBuilder();
        Kind before = Kind.OPENING;
        while (!tokens.isNext(end)) {
            if (tokens.atEnd()) {
                throw new TexException("\"" + end + "\" is missing in the formula");
            }
            Atom atom = scripted(atom(before));
            boolean apart = before == Kind.FUNCTION && atom.kind() == Kind.ORDINARY;
            out.append(apart ? TexNames.THIN_SPACE : "").append(atom.xml());
            before = atom.kind() == Kind.SPACE ? before : atom.kind();
        }
        tokens.next();
        return out.toString();
    }

    private Atom scripted(Atom base) {
        Optional<String> below = Optional.empty();
        Optional<String> above = Optional.empty();
        String primes = "";
        while (tokens.isNext("_") || tokens.isNext("^") || tokens.isNext("'")) {
            switch (tokens.next()) {
                case "_" -> below = Optional.of(argument());
                case "^" -> above = Optional.of(argument());
                default -> primes += "′";
            }
        }
        boolean limits = (display && base.kind() == Kind.LIMITS) || base.xml().startsWith("<munder class");
        return new Atom(scripts(primed(base.xml(), primes), below, above, limits), base.kind());
    }

    /** A letter with its primes, which have their full size beside it. */
    private static String primed(String base, String primes) {
        return primes.isEmpty() ? base : "<mrow>" + base + "<mo lspace=\"0\" rspace=\"0\">" + primes + "</mo></mrow>";
    }

    private static String scripts(String base, Optional<String> below, Optional<String> above, boolean limits) {
        if (below.isPresent() && above.isPresent()) {
            return element(limits ? "munderover" : "msubsup", base + below.get() + above.get());
        }
        if (below.isPresent()) {
            return element(limits ? "munder" : "msub", base + below.get());
        }
        return above.map(a -> element(limits ? "mover" : "msup", base + a)).orElse(base);
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    /** The next token or group, as one element. */
    private String argument() {
        if (tokens.isNext("{")) {
            tokens.next();
            return element("mrow", row("}"));
        }
        return atom(Kind.OPENING).xml();
    }

    private Atom atom(Kind before) {
        if (tokens.atEnd()) {
            throw new TexException("the formula ends too early");
        }
        String token = tokens.next();
        char c = token.charAt(0);
        if (token.startsWith("{{")) {
            return ordinary(element("mtext", value.apply(token.substring(2, token.length() - 2))));
        }
        if (c == '{') {
            return ordinary(element("mrow", row("}")));
        }
        if (c == '\\' && token.length() > 1) {
            return command(token.substring(1));
        }
        if (c == '}' || c == '&') {
            throw new TexException("\"" + token + "\" stands alone in the formula");
        }
        if (Character.isDigit(c)) {
            return ordinary(element("mn", token));
        }
        return Character.isLetter(c) ? ordinary(letter(token)) : sign(token, before);
    }

    /** A letter; the style sheet keeps what follows off one that leans over its own width. */
    private static String letter(String token) {
        return LEANING.contains(token) ? "<mi class=\"leans\">" + token + "</mi>" : element("mi", token);
    }

    private static Atom ordinary(String xml) {
        return new Atom(xml, Kind.ORDINARY);
    }

    private static Atom sign(String token, Kind before) {
        if ("([".contains(token)) {
            return new Atom(TexNames.fence(token), Kind.OPENING);
        }
        if (")]|!".contains(token)) {
            return ordinary(TexNames.fence(token));
        }
        boolean unary = "+-".contains(token) && (before == Kind.OPENING || before == Kind.OPERATOR);
        String shown = TexNames.escaped(token.equals("-") ? "−" : token);
        return new Atom((unary ? "<mo form=\"prefix\">" : "<mo>") + shown + "</mo>", Kind.OPERATOR);
    }

    private Atom command(String name) {
        Optional<Atom> symbol = symbol(name);
        if (symbol.isPresent()) {
            return symbol.get();
        }
        return ordinary(
                switch (name) {
                    case "frac", "dfrac" -> element("mfrac", argument() + argument());
                    case "tfrac" ->
                        "<mfrac displaystyle=\"false\" scriptlevel=\"1\">" + argument() + argument() + "</mfrac>";
                    case "sqrt" -> element("msqrt", argument());
                    case "text", "mbox" -> element("mtext", TexNames.escaped(tokens.raw()));
                    case "mathrm", "operatorname" ->
                        "<mi mathvariant=\"normal\">" + TexNames.escaped(tokens.raw()) + "</mi>";
                    case "mathbf", "boldsymbol" -> element("mi", TexNames.bold(tokens.raw()));
                    case "left" -> fenced();
                    case "underbrace" -> "<munder class=\"brace\">" + argument() + "<mo>⏟</mo></munder>";
                    case "begin" -> environment(tokens.raw());
                    default -> throw new TexException(TexNames.unknown(name));
                });
    }

    private Optional<Atom> symbol(String name) {
        return first(TexNames.LETTERS, name, x -> ordinary(element("mi", x)))
                .or(() -> first(TexNames.OPERATORS, name, x -> new Atom(element("mo", x), Kind.OPERATOR)))
                .or(() -> first(TexNames.SPACES, name, x -> new Atom(x, Kind.SPACE)))
                .or(() -> first(TexNames.FENCES, name, x -> ordinary(TexNames.fence(x))))
                .or(() -> first(TexNames.LARGE, name, x -> new Atom(element("mo", x), Kind.LIMITS)))
                .or(() -> first(
                        TexNames.ACCENTS,
                        name,
                        x -> ordinary("<mover accent=\"true\">" + argument() + "<mo stretchy=\"false\">" + x
                                + "</mo></mover>")))
                .or(() -> TexNames.LIMITS.contains(name)
                        ? Optional.of(new Atom(element("mi", name), Kind.LIMITS))
                        : Optional.empty())
                .or(() -> TexNames.FUNCTIONS.contains(name)
                        ? Optional.of(new Atom(element("mi", name), Kind.FUNCTION))
                        : Optional.empty())
                .or(() -> TexNames.SIZES.contains(name) ? Optional.of(atom(Kind.OPENING)) : Optional.empty());
    }

    private static Optional<Atom> first(Map<String, String> names, String name, Function<String, Atom> make) {
        return Optional.ofNullable(names.get(name)).map(make);
    }

    private String fenced() {
        String open = TexNames.delimiter(tokens.next());
        String content = row("\\right");
        return element("mrow", open + content + TexNames.delimiter(tokens.next()));
    }

    private String environment(String name) {
        List<String> fences = TexNames.ENVIRONMENTS.get(name);
        if (fences == null) {
            throw new TexException(TexNames.unknownEnvironment(name));
        }
        StringBuilder rows = new StringBuilder();
        do {
            rows.append("<mtr>");
            do {
                rows.append("<mtd>").append(cell()).append("</mtd>");
            } while (tokens.takes("&"));
            rows.append("</mtr>");
        } while (tokens.takes("\\\\"));
        tokens.expect("\\end");
        if (!tokens.raw().equals(name)) {
            throw new TexException("\\end{" + name + "} is missing in the formula");
        }
        String table = "<mtable class=\"" + name + "\">" + rows + "</mtable>";
        return element("mrow", fences.getFirst() + table + fences.getLast());
    }

    private String cell() {
        StringBuilder out = new StringBuilder();
        Kind before = Kind.OPENING;
        while (!tokens.isNext("&") && !tokens.isNext("\\\\") && !tokens.isNext("\\end")) {
            Atom atom = scripted(atom(before));
            out.append(atom.xml());
            before = atom.kind();
        }
        return out.toString();
    }
}
