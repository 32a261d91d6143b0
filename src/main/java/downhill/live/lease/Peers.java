package downhill.live.lease;

/** The other servers, as this one can reach them. */
public interface Peers {
    /** Tests whether the server at an address answers. */
    boolean answers(String address);
}
