package downhill.live;

/**
 * A client of the server, for whose limits it counts what it makes.
 *
 * @param name distinguishes visitors; never shown
 * @param alone whether this is one browser or program that showed its token, and not everybody behind one address
 */
public record Visitor(String name, boolean alone) {
    /** The server itself, for runs that all share. */
    public static final Visitor SERVER = new Visitor("", true);

    private static final String TOKEN = "token ";

    /** The one that was given the token of this id. */
    public static Visitor of(String id) {
        return new Visitor(TOKEN + id, true);
    }

    /** The one of this name. */
    static Visitor named(String name) {
        return new Visitor(name, name.startsWith(TOKEN));
    }

    /** All clients without a token behind the address of this hash. */
    static Visitor behind(String hash) {
        return new Visitor("address " + hash, false);
    }
}
