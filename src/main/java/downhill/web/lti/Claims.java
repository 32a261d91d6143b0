package downhill.web.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claims of a platform's token, read by name. A claim of another type than the specification's counts as missing. */
final class Claims {
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

    private final JWTClaimsSet set;

    Claims(JWTClaimsSet set) {
        this.set = set;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(set.getClaim(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /** The text of a field of an object. */
    Optional<String> text(String name, String field) {
        return object(name)
                .map(object -> object.get(field))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /** The texts of a list. */
    Optional<List<String>> texts(String name) {
        return Optional.ofNullable(set.getClaim(name)).flatMap(Claims::texts);
    }

    /** The texts of a list in a field of an object. */
    Optional<List<String>> texts(String name, String field) {
        return object(name).map(object -> object.get(field)).flatMap(Claims::texts);
    }

    private static Optional<List<String>> texts(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(list.stream().map(String.class::cast).toList())
                : Optional.empty();
    }

    private Optional<Map<String, Object>> object(String name) {
        try {
            return Optional.ofNullable(set.getJSONObjectClaim(name));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
