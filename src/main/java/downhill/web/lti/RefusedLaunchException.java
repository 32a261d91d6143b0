package downhill.web.lti;

/** A launch, or a part of one, that is not carried out. The message says what is wrong and what to do. */
final class RefusedLaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private RefusedLaunchException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** A request that no platform sends, or a token that is not as it must be. */
    static RefusedLaunchException malformed(String what) {
        return new RefusedLaunchException(400, what + " Ask the people who set up Downhill in your platform.");
    }

    /** A token that proves nothing. */
    static RefusedLaunchException untrusted(String what) {
        return new RefusedLaunchException(401, what);
    }

    /** A launch whose time is over, or that came before. */
    static RefusedLaunchException over(String what) {
        return new RefusedLaunchException(401, what + " Go back to your course and open the activity again.");
    }

    /** A platform that does not answer. */
    static RefusedLaunchException unreachable() {
        return new RefusedLaunchException(
                503, "Downhill cannot reach your learning platform to check this link. Try again in a minute.");
    }

    int status() {
        return status;
    }
}
