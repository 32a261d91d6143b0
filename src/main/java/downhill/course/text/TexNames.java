package downhill.course.text;

import downhill.course.text.Tex.TexException;
import downhill.math.text.EditDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands of LaTeX that formulas in lessons may use, each with its sign or element. */
final class TexNames {
    static final String THIN_SPACE = "<mspace width=\"0.17em\"/>";

    private static final String GREEK = "αβγδεζηθικλμνξοπρςστυφχψω";

    static final Map<String, String> LETTERS = pairs(
            "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν"
                    + " xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ"
                    + " Lambda Λ Sigma Σ Phi Φ Psi Ψ Omega Ω partial ∂ nabla ∇ infty ∞ ell ℓ top ⊤ ldots … cdots ⋯ dots … vdots ⋮"
                    + " % %");

    static final Map<String, String> OPERATORS = pairs(
            "cdot ⋅ times × div ÷ pm ± mp ∓ odot ⊙ circ ∘ ast ∗ approx ≈ ne ≠ neq ≠ le ≤ leq ≤ ge ≥ geq ≥ ll ≪ gg ≫"
                    + " equiv ≡ sim ∼ propto ∝ in ∈ to → rightarrow → leftarrow ← gets ← Rightarrow ⇒ implies ⇒ mapsto ↦"
                    + " longrightarrow ⟶ mid ∣ colon :");

    static final Map<String, String> FENCES =
            pairs("{ { } } | ‖ lvert | rvert | lVert ‖ rVert ‖ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋");

    static final Map<String, String> LARGE = pairs("sum ∑ prod ∏");

    static final Map<String, String> ACCENTS = pairs("hat ^ bar ¯ vec → tilde ~ dot ˙ overline ‾");

    static final Map<String, String> SPACES = Map.of(
            ",", THIN_SPACE,
            ":", "<mspace width=\"0.22em\"/>",
            ";", "<mspace width=\"0.28em\"/>",
            " ", "<mspace width=\"0.28em\"/>",
            "!", "",
            "quad", "<mspace width=\"1em\"/>",
            "qquad", "<mspace width=\"2em\"/>");

    static final Set<String> FUNCTIONS =
            Set.of("exp", "log", "ln", "sin", "cos", "tan", "tanh", "cosh", "sinh", "arg", "det");

    static final Set<String> LIMITS = Set.of("max", "min", "lim");

    /** Sizes of brackets: a browser finds them itself. */
    static final Set<String> SIZES = Set.of("big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle");

    private static final List<String> OTHERS = List.of(
            "frac",
            "tfrac",
            "dfrac",
            "sqrt",
            "text",
            "mathrm",
            "operatorname",
            "mathbf",
            "boldsymbol",
            "left",
            "right",
            "underbrace",
            "begin",
            "end");

    /** The text before and after the table of each environment. */
    static final Map<String, List<String>> ENVIRONMENTS = Map.of(
            "matrix", List.of("", ""),
            "aligned", List.of("", ""),
            "pmatrix", List.of(stretched("("), stretched(")")),
            "bmatrix", List.of(stretched("["), stretched("]")),
            "vmatrix", List.of(stretched("|"), stretched("|")),
            "cases", List.of(stretched("{"), ""));

    private TexNames() {}

    private static Map<String, String> pairs(String text) {
        List<String> words = List.of(text.split(" ", -1));
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            pairs.put(words.get(i), words.get(i + 1));
        }
        return pairs;
    }

    /** A bracket of the size of a letter. */
    static String fence(String sign) {
        String close = "|‖".contains(sign) ? " lspace=\"0\" rspace=\"0\"" : "";
        return "<mo stretchy=\"false\"" + close + ">" + escaped(sign) + "</mo>";
    }

    private static String stretched(String sign) {
        return "<mo stretchy=\"true\">" + escaped(sign) + "</mo>";
    }

    /** A bracket as high as what it holds; nothing for a point. */
    static String delimiter(String token) {
        if (token.equals(".")) {
            return "";
        }
        if (token.length() == 1 && "()[]|/".contains(token)) {
            return stretched(token);
        }
        String sign = token.startsWith("\\") ? FENCES.get(token.substring(1)) : null;
        if (sign == null) {
            throw new TexException("after \\left and \\right a bracket is expected, not \"" + token + "\"");
        }
        return stretched(sign);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Letters in the bold of mathematics. */
    static String bold(String text) {
        String letters = LETTERS.getOrDefault(text.startsWith("\\") ? text.substring(1) : "", text);
        return letters.codePoints()
                .mapToObj(TexNames::bold)
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    private static int bold(int c) {
        if (c >= 'A' && c <= 'Z') {
            return 0x1D400 + c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return 0x1D41A + c - 'a';
        }
        if (c >= '0' && c <= '9') {
            return 0x1D7CE + c - '0';
        }
        int greek = GREEK.indexOf(c);
        return greek >= 0 ? 0x1D6C2 + greek : c == 0x2207 ? 0x1D6C1 : c;
    }

    static String unknown(String name) {
        List<String> names = new ArrayList<>(OTHERS);
        Arrays.asList(LETTERS, OPERATORS, FENCES, LARGE, ACCENTS, SPACES).forEach(map -> names.addAll(map.keySet()));
        names.addAll(FUNCTIONS);
        names.addAll(LIMITS);
        return "no command \"\\" + name + "\" in formulas"
                + EditDistance.nearest(name, names)
                        .map(near -> "; did you mean \"\\" + near + "\"?")
                        .orElse("");
    }

    static String unknownEnvironment(String name) {
        return "no environment \"" + name + "\" in formulas; there are "
                + ENVIRONMENTS.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
