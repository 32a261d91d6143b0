package downhill.data.upload;

/**
 * The limits on the size of a file.
 *
 * @param bytes after unpacking; the packed file is shorter anyway
 * @param numbers of a CSV file, inputs and targets together
 * @param columns of a CSV file, or bytes of an IDX example
 */
public record UploadLimits(int bytes, int numbers, int columns) {
    /** Room for the MNIST set's 60,000 pictures with their labels. */
    public static final UploadLimits STANDARD = new UploadLimits(64 << 20, 4_000_000, 10_000);
}
