package downhill.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the tokens that distinguish visitors, and recognises them. A token is a random id with a signature (HMAC-SHA256) of this server, so nobody can
 * make one up, and the server need not remember any. An address gets a limited number of new tokens an hour.
 */
public final class Visitors {
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final long WINDOW_NANOS = Duration.ofHours(1).toNanos();

    /** The most addresses that are counted at one time; beyond them no tokens are made. */
    private static final int MOST_ADDRESSES = 50_000;

    /** The number of tokens of an address since a time, in nanoseconds of the clock. */
    private record Given(long since, int count) {}

    private final SecureRandom random = new SecureRandom();
    private final byte[] key;
    private final Map<String, Given> given = new HashMap<>();
    private final int perHour;
    private final LongSupplier clock;

    /**
     * Starts without tokens.
     *
     * @param key signs the tokens; with the same key the tokens of an earlier process are known
     * @param clock nanoseconds from some time on
     */
    public Visitors(ServerLimits limits, byte[] key, LongSupplier clock) {
        this.key = key.clone();
        this.perHour = limits.visitorsPerAddress();
        this.clock = clock;
    }

    /** A new token for a client at an address; nothing if this address got all tokens of this hour. */
    public Optional<String> issue(String address) {
        if (!count(address)) {
            return Optional.empty();
        }
        byte[] token = new byte[ID_BYTES + SIGNATURE_BYTES];
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        System.arraycopy(id, 0, token, 0, ID_BYTES);
        System.arraycopy(signature(id), 0, token, ID_BYTES, SIGNATURE_BYTES);
        return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** The visitor who was given a token; nothing if this server did not make it. */
    public Optional<Visitor> find(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] shown = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return MessageDigest.isEqual(shown, signature(id))
                ? Optional.of(Visitor.of(Base64.getUrlEncoder().withoutPadding().encodeToString(id)))
                : Optional.empty();
    }

    /** All clients without a token behind an address; the address itself is not in the name. */
    public Visitor behind(String address) {
        byte[] hash = signature(address.getBytes(StandardCharsets.UTF_8));
        return Visitor.behind(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    private byte[] signature(byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(id), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    private synchronized boolean count(String address) {
        long now = clock.getAsLong();
        if (given.size() >= MOST_ADDRESSES && !given.containsKey(address)) {
            given.values().removeIf(g -> now - g.since() > WINDOW_NANOS);
            if (given.size() >= MOST_ADDRESSES) {
                return false;
            }
        }
        Given before = given.getOrDefault(address, new Given(now, 0));
        Given current = now - before.since() > WINDOW_NANOS ? new Given(now, 0) : before;
        if (current.count() >= perHour) {
            return false;
        }
        given.put(address, new Given(current.since(), current.count() + 1));
        return true;
    }
}
