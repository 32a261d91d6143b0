package downhill.web.card;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;
import java.util.regex.Pattern;

/**
 * The outlines of one of the site's own fonts, whose licences are beside the fonts in {@code web/static/fonts}. They are kept as text, because Java cannot read the fonts' own files (WOFF2), and because
 * a server in a small container has neither fonts nor the programs that find them. Words are then shapes like any other.
 *
 * <p>A line of the file is a letter (its code point, its width in thousandths of the size, its outline as an SVG path with y upward) or,
 * after a {@code k}, two letters and the thousandths by which the second one moves.
 */
final class Typeface {
    private static final Pattern COMMAND = Pattern.compile("[MLHVQZ]|-?\\d+");

    // The faces come after the pattern that reads them.
    static final Typeface SERIF = read("serif.txt");
    static final Typeface SANS = read("sans.txt");

    private static final double UNITS = 1000;
    private static final int UNKNOWN = '?';

    private record Glyph(int width, Path2D outline) {}

    private record Pair(int first, int second) {}

    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final Map<Pair, Integer> kerning = new HashMap<>();

    private Typeface() {}

    private static Typeface read(String file) {
        var face = new Typeface();
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(file))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(face::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return face;
    }

    private void add(String line) {
        String[] parts = line.split(" ", 3);
        if (parts[0].equals("k")) {
            String[] rest = parts[2].split(" ", 2);
            kerning.put(new Pair(code(parts[1]), code(rest[0])), Integer.valueOf(rest[1]));
        } else {
            glyphs.put(
                    code(parts[0]), new Glyph(Integer.parseInt(parts[1]), outline(parts.length > 2 ? parts[2] : "")));
        }
    }

    private static int code(String hex) {
        return Integer.parseInt(hex, 16);
    }

    /** The outline of an SVG path of absolute commands. */
    private static Path2D outline(String text) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        List<String> tokens =
                new Scanner(text).findAll(COMMAND).map(found -> found.group()).toList();
        String command = "";
        int i = 0;
        while (i < tokens.size()) {
            if (Character.isLetter(tokens.get(i).charAt(0))) {
                command = tokens.get(i++);
            }
            i += draw(path, command, tokens.subList(i, tokens.size()));
            // Further points after a move are those of lines (SVG 2, 9.3.3).
            command = command.equals("M") ? "L" : command;
        }
        return path;
    }

    /** Draws one command, and returns how many numbers it takes. */
    private static int draw(Path2D path, String command, List<String> tokens) {
        switch (command) {
            case "M" -> path.moveTo(number(tokens, 0), number(tokens, 1));
            case "L" -> path.lineTo(number(tokens, 0), number(tokens, 1));
            case "H" -> path.lineTo(number(tokens, 0), path.getCurrentPoint().getY());
            case "V" -> path.lineTo(path.getCurrentPoint().getX(), number(tokens, 0));
            case "Q" -> path.quadTo(number(tokens, 0), number(tokens, 1), number(tokens, 2), number(tokens, 3));
            default -> path.closePath();
        }
        return switch (command) {
            case "M", "L" -> 2;
            case "H", "V" -> 1;
            case "Q" -> 4;
            default -> 0;
        };
    }

    private static double number(List<String> tokens, int i) {
        return Double.parseDouble(tokens.get(i));
    }

    /** Tests whether there is an outline for each letter. */
    boolean has(String text) {
        return text.codePoints().allMatch(glyphs::containsKey);
    }

    /** The shape of a line of text whose baseline begins at a place; size in pixels. */
    Path2D line(String text, double x, double y, double size) {
        var shape = new Path2D.Double();
        double scale = size / UNITS;
        double at = 0;
        int before = -1;
        for (int letter : text.codePoints().toArray()) {
            at += kerning.getOrDefault(new Pair(before, letter), 0);
            Glyph glyph = glyph(letter);
            var place = new AffineTransform(scale, 0, 0, -scale, x + at * scale, y);
            shape.append(glyph.outline().getPathIterator(place), false);
            at += glyph.width();
            before = letter;
        }
        return shape;
    }

    private Glyph glyph(int letter) {
        return Objects.requireNonNull(glyphs.getOrDefault(letter, glyphs.get(UNKNOWN)));
    }

    /** The width of a line of text, in pixels. */
    double width(String text, double size) {
        double width = 0;
        int before = -1;
        for (int letter : text.codePoints().toArray()) {
            width += kerning.getOrDefault(new Pair(before, letter), 0)
                    + glyph(letter).width();
            before = letter;
        }
        return width * size / UNITS;
    }

    /** The text in lines of at most a width, broken between words. */
    List<String> lines(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
