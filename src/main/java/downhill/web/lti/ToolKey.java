package downhill.web.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import downhill.live.archive.LaunchArchive;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;

/** The key pair with which this site signs for platforms. It is made at the first start, and the store keeps it for all servers. */
final class ToolKey {
    private static final int BITS = 2048;

    private final RSAKey key;

    private ToolKey(RSAKey key) {
        this.key = key;
    }

    /** The pair that the archive keeps, or a new one. */
    static ToolKey of(LaunchArchive archive) {
        try {
            byte[] kept = archive.key(ToolKey::fresh);
            return new ToolKey(RSAKey.parse(new String(kept, StandardCharsets.UTF_8)));
        } catch (ParseException e) {
            throw new IllegalStateException("The store has a key that cannot be read.", e);
        }
    }

    private static byte[] fresh() {
        try {
            return new RSAKeyGenerator(BITS)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes RSA keys.", e);
        }
    }

    /** The public key, as platforms fetch it. */
    Map<String, Object> publicSet() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    /** These claims with a signature. */
    String sign(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed.", e);
        }
    }
}
