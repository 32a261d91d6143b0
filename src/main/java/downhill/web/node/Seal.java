package downhill.web.node;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header by which a server knows that a request comes from another server with the same archive, and not from a client. It has the host that the client named,
 * and the address from which the client's request came.
 */
final class Seal {
    /** The header's name. */
    static final String HEADER = "Downhill-Passed-On";

    private final byte[] key;

    /** Seals with a secret that all servers have. */
    Seal(byte[] secret) {
        this.key = secret.clone();
    }

    /**
     * A request as the first server got it.
     *
     * @param from the address of the connection
     * @param host the host that it names, empty without one
     */
    record Passed(String from, String host) {}

    /** The header's value. */
    String write(Passed passed) {
        String text = passed.from() + " " + passed.host();
        return mac(text) + " " + text;
    }

    /** The request in a header's value; nothing if no server of this archive wrote it. */
    Optional<Passed> read(String value) {
        String[] parts = value.split(" ", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        byte[] shown = parts[0].getBytes(StandardCharsets.UTF_8);
        byte[] right = mac(parts[1] + " " + parts[2]).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, right) ? Optional.of(new Passed(parts[1], parts[2])) : Optional.empty();
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("passed on " + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }
}
