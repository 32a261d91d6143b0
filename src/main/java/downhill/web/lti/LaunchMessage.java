package downhill.web.lti;

import downhill.web.xapi.XapiSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a platform's message that this site uses; names, addresses and everything else in it are dropped.
 *
 * @param learner the platform's opaque name for a learner; nothing for teachers, and where the platform does not say who it is
 * @param kind the message's own part
 */
record LaunchMessage(Platform platform, String deployment, Optional<String> learner, Kind kind) {
    /** The kinds of messages. */
    sealed interface Kind {}

    /**
     * A learner or a teacher opens an activity.
     *
     * @param link the platform's name for the place in the course
     * @param target the address of the activity here
     * @param lineitem the address of the column in the platform's gradebook, if scores may be sent there
     */
    record Open(String link, String target, Optional<URI> lineitem) implements Kind {}

    /**
     * A teacher chooses an activity for the course.
     *
     * @param back the address to which the choice goes
     * @param data a text of the platform that goes back with it
     * @param isForLinks whether the platform takes links to activities
     */
    record Choose(URI back, Optional<String> data, boolean isForLinks) implements Kind {}

    private static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    private static final String LEARNER = "#Learner";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_DATA = 8000;

    /** Reads a message whose token has been checked; RefusedLaunchException names a part that is missing or not allowed. */
    static LaunchMessage of(Platform platform, Claims claims) {
        require("1.3.0".equals(claims.text(Claims.LTI + "version").orElse("")), "The platform does not use LTI 1.3.");
        String deployment = claims.text(Claims.LTI + "deployment_id").orElse("");
        if (!platform.deployments().contains(deployment)) {
            throw RefusedLaunchException.untrusted("Downhill is not set up for this part of your platform."
                    + " Ask the people who run this server to add its deployment.");
        }
        List<String> roles = claims.texts(Claims.LTI + "roles").orElse(List.of());
        boolean isLearner = roles.stream().anyMatch(role -> role.endsWith(LEARNER));
        Optional<String> subject = claims.text("sub");
        require(subject.orElse("").length() <= LONGEST_NAME, "The platform’s name for you is too long.");
        Kind kind = switch (claims.text(Claims.LTI + "message_type").orElse("")) {
            case "LtiResourceLinkRequest" -> open(platform, claims);
            case "LtiDeepLinkingRequest" -> choose(claims);
            default -> throw RefusedLaunchException.malformed("The platform sends a message that is unknown here.");
        };
        return new LaunchMessage(platform, deployment, subject.filter(name -> isLearner), kind);
    }

    private static Open open(Platform platform, Claims claims) {
        String link = claims.text(Claims.LTI + "resource_link", "id").orElse("");
        require(!link.isEmpty() && link.length() <= LONGEST_NAME, "The platform does not say which activity this is.");
        String target = claims.text(Claims.LTI + "target_link_uri").orElse("");
        require(!target.isEmpty() && target.length() <= LONGEST_ADDRESS, "The platform does not say what to open.");
        return new Open(link, target, lineitem(platform, claims));
    }

    /** The column for scores. An address outside the platform's own sites is dropped: this server sends nothing there. */
    private static Optional<URI> lineitem(Platform platform, Claims claims) {
        boolean mayScore =
                claims.texts(Claims.GRADES, "scope").orElse(List.of()).contains(SCORE);
        return claims.text(Claims.GRADES, "lineitem")
                .filter(address -> mayScore && address.length() <= LONGEST_ADDRESS)
                .flatMap(LaunchMessage::address)
                .filter(platform::has);
    }

    private static Choose choose(Claims claims) {
        String settings = Claims.DEEP_LINKING + "deep_linking_settings";
        Optional<String> data = claims.text(settings, "data");
        require(data.orElse("").length() <= LONGEST_DATA, "The platform’s data for the choice are too long.");
        URI back = claims.text(settings, "deep_link_return_url")
                .filter(address -> address.length() <= LONGEST_ADDRESS)
                .flatMap(LaunchMessage::address)
                .orElseThrow(
                        () -> RefusedLaunchException.malformed("The platform does not say where your choice goes."));
        boolean isForLinks =
                claims.texts(settings, "accept_types").orElse(List.of()).contains("ltiResourceLink");
        return new Choose(back, data, isForLinks);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(XapiSettings.address(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void require(boolean isSo, String problem) {
        if (!isSo) {
            throw RefusedLaunchException.malformed(problem);
        }
    }
}
