package downhill.web.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;

/**
 * The things that a login must remember until the platform sends the learner back.
 *
 * @param platform the platform's name in the settings
 * @param nonce the text that the platform's token must repeat
 * @param secret the hash of the secret that the browser keeps meanwhile: only the same browser finishes the login
 * @param target the frame in which the platform keeps data for us, if it offers that
 */
record LoginState(String platform, String nonce, String secret, Optional<String> target) {
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(platform)
                .claim("nonce", nonce)
                .claim("secret", secret)
                .claim("target", target.orElse(""));
    }

    static LoginState of(JWTClaimsSet claims) {
        try {
            return new LoginState(
                    String.valueOf(claims.getIssuer()),
                    String.valueOf(claims.getStringClaim("nonce")),
                    String.valueOf(claims.getStringClaim("secret")),
                    Optional.ofNullable(claims.getStringClaim("target")).filter(target -> !target.isEmpty()));
        } catch (ParseException e) {
            throw new IllegalStateException("This site sealed a state that it cannot read.", e);
        }
    }
}
