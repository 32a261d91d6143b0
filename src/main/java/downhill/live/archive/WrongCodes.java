package downhill.live.archive;

/**
 * The wrong class codes that all servers together had in a while.
 *
 * @param ofGroup those of one group of addresses
 * @param inAll those of all addresses
 */
public record WrongCodes(int ofGroup, int inAll) {
    /** The counts before anybody was wrong. */
    public static final WrongCodes NONE = new WrongCodes(0, 0);
}
