package downhill.web.lti;

import java.net.URI;
import java.util.Set;

/**
 * A learning platform that may send learners here, as the settings register it.
 *
 * @param name its name in the settings
 * @param issuer the platform's name for itself in its tokens
 * @param client the name that the platform gave this site
 * @param deployments the places in the platform that may use this site
 * @param login the address at which the platform authenticates a learner
 * @param token the address that gives access tokens for services
 * @param keys the address of the platform's public keys
 * @param origins the sites of the platform: their pages may show this site in a frame, and their services get scores
 */
public record Platform(
        String name,
        String issuer,
        String client,
        Set<String> deployments,
        URI login,
        URI token,
        URI keys,
        Set<String> origins) {

    /** The scheme, host and port of an address, as browsers write an origin. */
    static String origin(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }

    /** Tests whether an address belongs to one of the platform's sites. */
    boolean has(URI address) {
        return address.getHost() != null && address.getUserInfo() == null && origins.contains(origin(address));
    }
}
