package downhill.web.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks platforms' tokens: the signature by a key of the platform (RS256 alone), for whom it is, and when it was made. */
final class IdTokens {
    private static final int LONGEST = 64 * 1024;

    /** The difference between the platform's clock and ours that is allowed. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** A token that was made longer ago is refused, however long the platform lets it count. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final Map<String, PlatformKeys> keys = new HashMap<>();
    private final Clock clock;

    IdTokens(List<Platform> platforms, PlatformHttp http, Clock clock) {
        this.clock = clock;
        platforms.forEach(platform -> keys.put(platform.name(), new PlatformKeys(platform, http, clock)));
    }

    /** The message of a token that answers a login; RefusedLaunchException says what is wrong with it. */
    LaunchMessage read(Platform platform, String nonce, String token) throws InterruptedException {
        JWTClaimsSet claims = verified(platform, token);
        requireParties(platform, claims);
        requireTime(claims);
        if (!nonce.equals(claims.getClaim("nonce"))) {
            throw RefusedLaunchException.over("The platform’s answer does not belong to this login.");
        }
        return LaunchMessage.of(platform, new Claims(claims));
    }

    private JWTClaimsSet verified(Platform platform, String token) throws InterruptedException {
        if (token.length() > LONGEST) {
            throw RefusedLaunchException.malformed("The platform’s token is too long.");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            String name = jwt.getHeader().getKeyID();
            if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256) || name == null) {
                throw untrusted();
            }
            RSAKey key = keysOf(platform).find(name).orElseThrow(IdTokens::untrusted);
            if (!jwt.verify(new RSASSAVerifier(key))) {
                throw untrusted();
            }
            return jwt.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw untrusted();
        }
    }

    private PlatformKeys keysOf(Platform platform) {
        PlatformKeys found = keys.get(platform.name());
        if (found == null) {
            throw new IllegalStateException("no keys of " + platform.name());
        }
        return found;
    }

    private static RefusedLaunchException untrusted() {
        return RefusedLaunchException.untrusted(
                "The link is not signed by a key of your learning platform, so nobody knows where it comes from."
                        + " Open the activity from your course. If that does not help, tell the people who run this server.");
    }

    private static void requireParties(Platform platform, JWTClaimsSet claims) {
        Object authorized = claims.getClaim("azp");
        boolean isForUs = claims.getAudience().contains(platform.client())
                && (authorized == null ? claims.getAudience().size() == 1 : authorized.equals(platform.client()));
        if (!platform.issuer().equals(claims.getIssuer()) || !isForUs) {
            throw RefusedLaunchException.untrusted(
                    "The link is meant for another site than this one, or comes from another platform."
                            + " Ask the people who set up Downhill in your platform to check the issuer and the client.");
        }
    }

    private void requireTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date until = claims.getExpirationTime();
        Date made = claims.getIssueTime();
        Date from = claims.getNotBeforeTime();
        boolean isNow = until != null
                && made != null
                && until.toInstant().isAfter(now.minus(SKEW))
                && made.toInstant().isAfter(now.minus(OLDEST))
                && made.toInstant().isBefore(now.plus(SKEW))
                && (from == null || from.toInstant().isBefore(now.plus(SKEW)));
        if (!isNow) {
            throw RefusedLaunchException.over("The link is too old, or its time has not come yet.");
        }
    }
}
