package downhill.data.upload;

/** A file that cannot be read as data: the place of the mistake, the text there, and the cure. */
public final class UploadRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The sort of mistake. */
    public enum Reason {
        /** Larger, packed or unpacked, than is allowed. */
        TOO_LARGE,
        /** Neither CSV nor IDX, nor either of them in gzip. */
        UNKNOWN_FORMAT,
        /** A file of a known format with a mistake in it. */
        MALFORMED
    }

    private final Reason reason;
    private final String place;
    private final String found;
    private final String cure;

    UploadRefusedException(Reason reason, String place, String found, String cure) {
        super(place + ": " + found + "; " + cure);
        this.reason = reason;
        this.place = place;
        this.found = found;
        this.cure = cure;
    }

    static UploadRefusedException malformed(String place, String found, String cure) {
        return new UploadRefusedException(Reason.MALFORMED, place, found, cure);
    }

    static UploadRefusedException tooLarge(String place, String found, String cure) {
        return new UploadRefusedException(Reason.TOO_LARGE, place, found, cure);
    }

    public Reason reason() {
        return reason;
    }

    /** The place of the mistake, for example {@code row 3, column 2} (both counted from 1, a header row too) or {@code byte 16}. */
    public String place() {
        return place;
    }

    /** The text at that place, for example {@code "abc" is not a number}. */
    public String found() {
        return found;
    }

    /** The cure. */
    public String cure() {
        return cure;
    }
}
