package downhill.data.upload;

import downhill.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The reader of IDX arrays: two zero bytes, the type of the numbers, how many dimensions, each dimension in four bytes with the
 * highest first, and then the numbers. Only unsigned bytes (type 8) are read; 255 becomes 1.
 */
final class IdxReader {
    private static final int UNSIGNED_BYTE = 8;

    private final UploadLimits limits;

    IdxReader(UploadLimits limits) {
        this.limits = limits;
    }

    /** An array of bytes; its first dimension counts examples or labels. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Bytes(int[] dimensions, byte[] values) {
        boolean isLabels() {
            return dimensions.length == 1;
        }

        int width() {
            return values.length / dimensions[0];
        }
    }

    /** Tests whether the content starts as IDX does; no text has zero bytes. */
    static boolean isIdx(byte[] content) {
        return content.length >= 2 && content[0] == 0 && content[1] == 0;
    }

    Table read(List<byte[]> contents) {
        List<Bytes> arrays = new ArrayList<>();
        for (int file = 0; file < contents.size(); file++) {
            String name = contents.size() > 1 ? "file " + (file + 1) + ", " : "";
            int at = 0;
            while (at < contents.get(file).length) {
                at = array(contents.get(file), at, name, arrays);
            }
        }
        boolean paired =
                arrays.size() == 2 && arrays.get(0).isLabels() != arrays.get(1).isLabels();
        if (!paired) {
            throw UploadRefusedException.malformed(
                    "the upload",
                    "IDX arrays of "
                            + arrays.stream().map(a -> a.dimensions().length).toList() + " dimensions",
                    "one array of examples (2 or more dimensions) and one of labels (1 dimension) are read");
        }
        int labels = arrays.get(0).isLabels() ? 0 : 1;
        return table(arrays.get(1 - labels), arrays.get(labels));
    }

    private static Table table(Bytes examples, Bytes labels) {
        if (examples.dimensions()[0] != labels.values().length) {
            throw UploadRefusedException.malformed(
                    "the upload",
                    examples.dimensions()[0] + " examples and " + labels.values().length + " labels",
                    "each example needs its label");
        }
        int[] classes = new int[labels.values().length];
        for (int e = 0; e < classes.length; e++) {
            classes[e] = labels.values()[e] & 0xFF;
        }
        int largest = Math.max(1, Arrays.stream(classes).max().orElse(1));
        return new Table(
                examples.width(),
                new Table.Cells.Shades(examples.values()),
                new Table.Goal.Classes(classes),
                IntStream.rangeClosed(1, examples.width())
                        .mapToObj(i -> "input " + i)
                        .toList(),
                IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList());
    }

    /** Reads the array that starts at a byte, and answers where the next one would. */
    private int array(byte[] content, int at, String name, List<Bytes> arrays) {
        int rank = rank(content, at, name);
        int[] dimensions = dimensions(content, at + 4, rank, name);
        int start = at + 4 + 4 * rank;
        long size = 1;
        for (int dimension : dimensions) {
            // Each factor is at least 1, so the product only grows; it stays below 2^62 when checked at each turn.
            size *= dimension;
            if (size > limits.bytes()) {
                throw UploadRefusedException.tooLarge(
                        name + "byte " + (at + 4),
                        shown(dimensions) + " bytes, by its header",
                        "at most " + limits.bytes() + " are read");
            }
        }
        if (rank > 1 && size / dimensions[0] > limits.columns()) {
            throw UploadRefusedException.tooLarge(
                    name + "byte " + (at + 8),
                    size / dimensions[0] + " bytes for each example, by its header",
                    "at most " + limits.columns() + " are read");
        }
        if (content.length - start < size) {
            throw UploadRefusedException.malformed(
                    name + "byte " + content.length,
                    "the file ends; its header announces " + shown(dimensions) + " bytes from byte " + start + " on",
                    "send the whole file");
        }
        arrays.add(new Bytes(dimensions, Arrays.copyOfRange(content, start, start + (int) size)));
        return start + (int) size;
    }

    private static int rank(byte[] content, int at, String name) {
        if (content.length - at < 4) {
            throw UploadRefusedException.malformed(
                    name + "byte " + content.length, "the file ends within a header", "send the whole file");
        }
        int type = content[at + 2] & 0xFF;
        int rank = content[at + 3] & 0xFF;
        if (content[at] != 0 || content[at + 1] != 0 || type != UNSIGNED_BYTE || rank < 1 || rank > 4) {
            throw UploadRefusedException.malformed(
                    name + "byte " + at,
                    "the magic number is " + hex(content, at),
                    "00 00 08 01 (labels) to 00 00 08 04 are read: unsigned bytes, 1 to 4 dimensions");
        }
        return rank;
    }

    private static String hex(byte[] content, int at) {
        List<String> bytes = new ArrayList<>();
        for (int i = at; i < at + 4; i++) {
            bytes.add(String.format("%02x", content[i] & 0xFF));
        }
        return String.join(" ", bytes);
    }

    private static int[] dimensions(byte[] content, int at, int rank, String name) {
        if (content.length - at < 4 * rank) {
            throw UploadRefusedException.malformed(
                    name + "byte " + content.length, "the file ends within a header", "send the whole file");
        }
        int[] dimensions = new int[rank];
        for (int d = 0; d < rank; d++) {
            for (int i = 0; i < 4; i++) {
                dimensions[d] = (dimensions[d] << 8) | (content[at + 4 * d + i] & 0xFF);
            }
            if (dimensions[d] < 1) {
                throw UploadRefusedException.malformed(
                        name + "byte " + (at + 4 * d),
                        "a dimension of " + Integer.toUnsignedString(dimensions[d]),
                        "each dimension is at least 1 and below 2^31");
            }
        }
        return dimensions;
    }

    private static String shown(int[] dimensions) {
        List<String> words =
                Arrays.stream(dimensions).mapToObj(Integer::toString).toList();
        return String.join(" x ", words);
    }
}
