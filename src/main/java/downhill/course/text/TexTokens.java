package downhill.course.text;

import downhill.course.text.Tex.TexException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a formula, one after the other. Spaces fall away; texts in braces can be had as they were written. */
final class TexTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\{\\{[A-Za-z][\\w.]*(?::\\d+)?}}" // a bound number
                    + "|\\\\[A-Za-z]+|\\\\." // a command
                    + "|\\d+(?:\\.\\d+|\\{,}\\d{3}|,\\d{3}(?!\\d))*|\\.\\d+" // a number
                    + "|\\S");

    private record Token(String text, int start, int end) {}

    private final String formula;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    TexTokens(String formula) {
        this.formula = formula;
        Matcher matcher = TOKEN.matcher(formula);
        while (matcher.find()) {
            String text = matcher.group().replaceAll("\\{,}|(?<=\\d),(?=\\d)", "\u202f");
            tokens.add(new Token(text, matcher.start(), matcher.end()));
        }
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    /** Tests whether this token is next; "" is the end. */
    boolean isNext(String text) {
        return atEnd() ? text.isEmpty() : tokens.get(at).text().equals(text);
    }

    /** The next token, "" at the end. */
    String next() {
        return atEnd() ? "" : tokens.get(at++).text();
    }

    boolean takes(String text) {
        boolean is = isNext(text);
        at += is ? 1 : 0;
        return is;
    }

    void expect(String text) {
        if (!takes(text)) {
            throw new TexException("\"" + text + "\" is missing in the formula");
        }
    }

    /** The text between braces, as the author wrote it. */
    String raw() {
        expect("{");
        int start = tokens.get(at - 1).end();
        while (!isNext("}")) {
            if (atEnd()) {
                throw new TexException("\"}\" is missing in the formula");
            }
            at++;
        }
        return formula.substring(start, tokens.get(at++).start());
    }
}
