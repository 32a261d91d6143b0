package downhill.web.lti;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The public keys of one platform, as it publishes them. They are fetched again once they are old, or for a key that is not among them; that at most once
 * in a while, so that nobody makes this server ask all the time by naming keys that do not exist.
 */
final class PlatformKeys {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Keys that are older are no longer believed, even if the platform cannot be reached. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final int FEWEST_BITS = 2048;

    private final Platform platform;
    private final PlatformHttp http;
    private final Clock clock;
    private JWKSet keys = new JWKSet();
    private Instant fetched = Instant.MIN;
    private Instant asked = Instant.MIN;

    PlatformKeys(Platform platform, PlatformHttp http, Clock clock) {
        this.platform = platform;
        this.http = http;
        this.clock = clock;
    }

    /** The key of this name; nothing if the platform does not publish it. RefusedLaunchException if the platform can't be asked. */
    synchronized Optional<RSAKey> find(String name) throws InterruptedException {
        Instant now = clock.instant();
        boolean isOld = fetched.isBefore(now.minus(FRESH));
        if ((isOld || among(name).isEmpty()) && asked.isBefore(now.minus(PAUSE))) {
            asked = now;
            fetch(now);
        }
        if (fetched.isBefore(now.minus(LONGEST))) {
            throw RefusedLaunchException.unreachable();
        }
        return among(name);
    }

    private Optional<RSAKey> among(String name) {
        return Optional.ofNullable(keys.getKeyByKeyId(name))
                .filter(PlatformKeys::isForSignatures)
                .map(JWK::toRSAKey)
                .filter(key -> key.size() >= FEWEST_BITS);
    }

    private static boolean isForSignatures(JWK key) {
        return key instanceof RSAKey
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE));
    }

    private void fetch(Instant now) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(platform.keys()).header("Accept", "application/json"));
            if (answer.statusCode() == 200) {
                keys = JWKSet.parse(answer.body());
                fetched = now;
            }
        } catch (IOException | ParseException e) {
            // The keys of before count until they are too old.
        }
    }
}
