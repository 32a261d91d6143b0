package downhill.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two names of a run. Its id is the key that drives it. Its view is a hash of the id: it only reads, it may be shown to anyone,
 * and nobody can compute the id from it. A run that is found again by its id therefore has the same view as before.
 */
public final class RunId {
    private static final int BYTES = 16;

    private RunId() {}

    /** A new id, of as many random bits as nobody can guess. */
    static String random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return text(bits);
    }

    /** The id of a run that servers with the same secret make for everybody, from a text of what it is made of. */
    static String shared(byte[] secret, String made) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text(Arrays.copyOf(mac.doFinal(("run " + made).getBytes(StandardCharsets.UTF_8)), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    /** The view that belongs to an id. */
    public static String view(String id) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return text(Arrays.copyOf(hash.digest(("view of " + id).getBytes(StandardCharsets.UTF_8)), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The view of a run. */
    public static String view(LiveRun run) {
        return view(run.id());
    }

    private static String text(byte[] bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
