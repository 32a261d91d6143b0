package downhill.live.launch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys with which a tab says which launch it belongs to. A key is the launch's id and a time, with a signature (HMAC-SHA256), so the server need not
 * remember any.
 */
public final class LaunchKeys {
    /** A tab that stays open for longer has to be opened from the course again. */
    private static final Duration TIME = Duration.ofDays(7);

    private final byte[] secret;
    private final Clock clock;

    /** The keys of one secret. */
    public LaunchKeys(byte[] secret, Clock clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** A key to a launch. */
    String to(String id) {
        String text = id + "." + clock.instant().plus(TIME).getEpochSecond();
        return text + "." + signature("key", text);
    }

    /** The id of a key's launch; nothing if this site did not make the key, or its time is over. */
    Optional<String> launch(String key) {
        String[] parts = key.split("\\.", -1);
        if (key.length() > 200 || parts.length != 3) {
            return Optional.empty();
        }
        byte[] expected = signature("key", parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        boolean isOurs = MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8));
        return isOurs && Instant.ofEpochSecond(Long.parseLong(parts[1])).isAfter(clock.instant())
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    /** A name for texts that nobody can turn back into them, and that differs with the purpose. */
    String name(String purpose, String... texts) {
        // A line break keeps the texts apart; none of them has one.
        return signature(purpose, String.join("\n", texts));
    }

    /** A secret for another purpose, made from this one. */
    public static byte[] derive(byte[] secret, String purpose) {
        return hmac(secret, purpose);
    }

    private String signature(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(secret, purpose + "\n" + text));
    }

    private static byte[] hmac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }
}
