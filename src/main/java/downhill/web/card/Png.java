package downhill.web.card;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a picture as PNG: 8 bits for each of red, green and blue, no transparency (PNG, third edition, 5 and 11). */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS = 8;
    private static final byte TRUE_COLOUR = 2;
    private static final byte UP = 2;

    private Png() {}

    static byte[] of(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put(BITS)
                .put(TRUE_COLOUR)
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", deflated(rows(image)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** The rows, each as its difference from the one above, which is mostly zeros where colours are even. */
    private static byte[] rows(BufferedImage image) {
        int width = image.getWidth();
        int stride = 3 * width;
        var rows = new byte[image.getHeight() * (stride + 1)];
        var above = new byte[stride];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            byte[] row = row(image, y, width);
            rows[at++] = UP;
            for (int i = 0; i < stride; i++) {
                rows[at++] = (byte) (row[i] - above[i]);
            }
            above = row;
        }
        return rows;
    }

    private static byte[] row(BufferedImage image, int y, int width) {
        var row = new byte[3 * width];
        for (int x = 0; x < width; x++) {
            int rgb = image.getRGB(x, y);
            row[3 * x] = (byte) (rgb >> 16);
            row[3 * x + 1] = (byte) (rgb >> 8);
            row[3 * x + 2] = (byte) rgb;
        }
        return row;
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var part = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
