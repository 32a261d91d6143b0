package downhill.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;

/** Numbers as a program writes them: exact, in the shortest form that reads back as the very same double. */
public final class Literals {
    private static final int LINE = 100;

    private Literals() {}

    /** A number that Java and Python read alike. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a program holds finite numbers only");
        }
        return Double.toString(value);
    }

    /** Numbers separated by commas. */
    public static String list(List<Double> values) {
        return values.stream().map(Literals::number).collect(Collectors.joining(", "));
    }

    /**
     * A flat array's rows, separated by commas, each between these brackets, in lines of a readable length.
     *
     * @param indent the beginning of each line
     */
    static String rows(double[] flat, int width, char open, char close, String indent) {
        var text = new StringBuilder();
        for (int start = 0; start < flat.length; start += width) {
            text.append(indent).append(open).append(list(flat, start, start + width, indent + " "));
            text.append(close).append(",\n");
        }
        return text.toString();
    }

    /** The numbers from .. to-1, separated by commas, with a new line where one becomes long. */
    static String list(double[] values, int from, int to, String indent) {
        var text = new StringBuilder();
        int line = 0;
        for (int i = from; i < to; i++) {
            String number = number(values[i]);
            if (i > from) {
                text.append(line + number.length() > LINE ? ",\n" + indent : ", ");
            }
            line = line + number.length() > LINE ? 0 : line + number.length() + 2;
            text.append(number);
        }
        return text.toString();
    }

    /** Many numbers in little room: their bits, little end first, deflated (RFC 1950), in Base64. */
    static String packed(double[] values) {
        ByteBuffer bits = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bits.asDoubleBuffer().put(values);
        var deflated = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(deflated)) {
            stream.write(bits.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(deflated.toByteArray());
    }
}
