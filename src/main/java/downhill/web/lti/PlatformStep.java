package downhill.web.lti;

/** The steps of the way from a platform to an activity that a page's script takes. */
public sealed interface PlatformStep {
    /**
     * The browser keeps a secret, and goes to the platform.
     *
     * @param address the platform's, with all that it must know
     * @param key the name under which the browser keeps the secret
     * @param target the frame in which the platform keeps it; empty if it offers none
     * @param origin the platform's
     * @param window the address that begins the same login in a window of its own
     */
    record Login(String address, String key, String secret, String target, String origin, String window)
            implements PlatformStep {}

    /**
     * The browser shows that it has the secret.
     *
     * @param action the address that takes it
     * @param token the platform's
     */
    record Proof(String action, String token, String state, String key, String target, String origin)
            implements PlatformStep {}

    /**
     * The tab keeps its key, and goes to the activity.
     *
     * @param lesson the lesson's name in addresses; empty if the activity is none
     * @param owner a code for the learner, under which the browser keeps the progress; empty if nobody hears of it
     * @param key empty if nobody hears of what is done there
     */
    record Enter(String address, String lesson, String owner, String key) implements PlatformStep {}

    /**
     * The browser takes a teacher's choice to the platform.
     *
     * @param address the platform's
     * @param token the signed choice
     */
    record Return(String address, String token) implements PlatformStep {}
}
