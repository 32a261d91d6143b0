package downhill.live.room;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The keys of teachers and learners. The server keeps only their hashes. */
final class SecretKey {
    private static final int BYTES = 16;

    private SecretKey() {}

    /** A new key, of as many random bits as nobody can guess. */
    static String random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return text(bits);
    }

    /** The name under which the server keeps what belongs to a key. */
    static String hash(String key) {
        return text(digest(key));
    }

    /** The same hash in hexadecimal digits. */
    static String hex(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String text(byte[] bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
