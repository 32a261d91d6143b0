package downhill.json.link;

import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The text in which a link carries a state: the version, a point, and JSON in the zlib format (RFC 1950), whose checksum tells a changed text from a
 * whole one, written in base64url without padding. The page's script {@code kept/link.js} writes it for a state of the playground.
 */
public final class LinkText {
    /** The most characters of a text: a proxy in front of the server often reads no longer address. */
    public static final int MOST_CHARACTERS = 8000;

    /** The most bytes that a text may unpack to; a short text could otherwise fill the memory. */
    static final int MOST_BYTES = 256 * 1024;

    private static final String VERSION = "1";
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.([A-Za-z0-9_-]+)");

    private LinkText() {}

    /** The JSON in a text, in UTF-8; BadInputException says in one sentence why there is none. */
    public static byte[] unpack(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw bad("The state in this link has " + text.length() + " characters, and this server reads "
                    + MOST_CHARACTERS + " at most.");
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw bad(
                    "This link is damaged: it holds a character that does not belong there, or its beginning is missing.");
        }
        if (!parts.group(1).equals(VERSION)) {
            throw bad("This link is of version " + parts.group(1) + ", and this server reads version " + VERSION
                    + ". It was made by an older or a newer Downhill.");
        }
        try {
            return inflate(Base64.getUrlDecoder().decode(parts.group(2)));
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    /** The text of a JSON document; it may be longer than a link can be. */
    public static String pack(byte[] json) {
        var packed = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(json);
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
        }
        return VERSION + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private static byte[] inflate(byte[] packed) {
        var unpacked = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 && !inflater.finished()) {
                    throw damaged();
                }
                unpacked.write(part, 0, length);
                if (unpacked.size() > MOST_BYTES) {
                    throw bad("The state in this link is too large: it unpacks to more than " + MOST_BYTES / 1024
                            + " KB.");
                }
            }
            if (inflater.getRemaining() > 0) {
                throw damaged();
            }
        } catch (DataFormatException e) {
            throw damaged();
        }
        return unpacked.toByteArray();
    }

    /** The refusal of a text that is not whole. */
    static BadInputException damaged() {
        return bad("This link is damaged: a part of it is missing or was changed on its way.");
    }

    private static BadInputException bad(String sentence) {
        return new BadInputException(Kind.SHAPE, "?state", sentence);
    }
}
