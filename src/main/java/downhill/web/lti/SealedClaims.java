package downhill.web.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/**
 * Claims that travel through a browser and come back: sealed by an HMAC of this site, for one purpose and a limited time. The server remembers nothing
 * of them, so nobody can fill its memory by asking for them, and any server of the same database reads them.
 */
final class SealedClaims {
    private final byte[] secret;
    private final String purpose;
    private final Duration time;
    private final Clock clock;

    SealedClaims(byte[] secret, String purpose, Duration time, Clock clock) {
        this.secret = secret.clone();
        this.purpose = purpose;
        this.time = time;
        this.clock = clock;
    }

    /** The claims as text, valid from now on. */
    String seal(JWTClaimsSet.Builder claims) {
        try {
            Date until = Date.from(clock.instant().plus(time));
            var jwt = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256),
                    claims.audience(purpose).expirationTime(until).build());
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be sealed.", e);
        }
    }

    /** The claims of a text that this site sealed for this purpose, if their time is not over. */
    Optional<JWTClaimsSet> open(String text) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            boolean isOurs =
                    jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) && jwt.verify(new MACVerifier(secret));
            return Optional.of(jwt.getJWTClaimsSet())
                    .filter(claims -> isOurs && claims.getAudience().contains(purpose))
                    .filter(claims -> claims.getExpirationTime().toInstant().isAfter(clock.instant()));
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
