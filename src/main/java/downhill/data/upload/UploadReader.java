package downhill.data.upload;

import downhill.data.Table;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The reader of users' files, which finds their format by itself.
 *
 * <p>A file is a CSV table ({@link CsvReader} says how it is understood) or arrays in the IDX format of the MNIST set (LeCun,
 * Cortes and Burges, 1998): one array of unsigned bytes with two or more dimensions, the examples, and one with one dimension,
 * their labels, in either order, in two files or one after the other in a single file. Each file is plain or packed with gzip.
 */
public final class UploadReader {
    private final UploadLimits limits;

    public UploadReader(UploadLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one CSV file, or one or two IDX files.
     *
     * @param choice the columns of a CSV file; of IDX files there is nothing to choose
     * @param files read to the end at most, never closed
     * @throws UploadRefusedException for anything wrong in them
     * @throws IOException if they cannot be read at all
     */
    public Table read(CsvChoice choice, List<? extends InputStream> files) throws IOException {
        List<byte[]> contents = contents(files);
        if (contents.stream().allMatch(IdxReader::isIdx) && !contents.isEmpty()) {
            if (!choice.equals(CsvChoice.USUAL)) {
                throw UploadRefusedException.malformed(
                        "the upload",
                        "a choice of columns for IDX files",
                        "columns are chosen and scaled in a CSV file");
            }
            return new IdxReader(limits).read(contents);
        }
        return new CsvReader(limits).read(single(contents), choice);
    }

    /**
     * Reads one CSV file as {@link #read} does, for a look at its columns.
     *
     * @throws UploadRefusedException for rows of different lengths and for what is no table; cells may hold anything
     */
    public CsvPreview preview(List<? extends InputStream> files) throws IOException {
        return new CsvReader(limits).preview(single(contents(files)));
    }

    private List<byte[]> contents(List<? extends InputStream> files) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        int left = limits.bytes();
        for (InputStream file : files) {
            byte[] content = unpacked(file, left);
            left -= content.length;
            contents.add(content);
        }
        return contents;
    }

    private static byte[] single(List<byte[]> contents) {
        if (contents.size() != 1) {
            throw new UploadRefusedException(
                    UploadRefusedException.Reason.UNKNOWN_FORMAT,
                    "the upload",
                    contents.size() + " files that are not all IDX",
                    "one CSV file or two IDX files are read");
        }
        return contents.getFirst();
    }

    /** The content of a file, which must not be longer than what is left of the limit; gzip members are unpacked. */
    private byte[] unpacked(InputStream file, int left) throws IOException {
        PushbackInputStream start = new PushbackInputStream(file, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean gzip = isPacked(magic);
        byte[] content = gzip ? gunzipped(start, left) : start.readNBytes(left + 1);
        if (content.length > left) {
            throw UploadRefusedException.tooLarge(
                    "byte " + limits.bytes(),
                    "the upload goes on" + (gzip ? " after unpacking" : ""),
                    "at most " + limits.bytes() + " bytes are read");
        }
        return content;
    }

    /** Returns whether a file begins as gzip does. */
    public static boolean isPacked(byte[] file) {
        return file.length >= 2 && (file[0] & 0xFF) == 0x1F && (file[1] & 0xFF) == 0x8B;
    }

    private static byte[] gunzipped(InputStream packed, int left) throws IOException {
        try (GZIPInputStream unpacking = new GZIPInputStream(new Unclosed(packed))) {
            return unpacking.readNBytes(left + 1);
        } catch (ZipException | EOFException e) {
            throw UploadRefusedException.malformed(
                    "the gzip packing", "damaged or cut off", "pack the file again, or send it plain");
        }
    }

    /** A stream that its reader does not close. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
