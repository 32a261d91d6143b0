package downhill.live.archive;

import java.time.Instant;
import java.util.List;

/** The statements that wait for a learning record store. The same holds for its methods as for those of {@link Archive}. */
public interface Outbox {
    /**
     * A statement that waits.
     *
     * @param id no other statement has it
     * @param made the time in milliseconds since 1970, by which statements are in order
     * @param text its content, which is nobody's business here
     */
    record Waiting(String id, long made, String text) {}

    /** Keeps a statement; false if the outbox is full. */
    boolean add(Waiting statement, int most);

    /** The statements that wait longest, in their order. */
    List<Waiting> oldest(int most);

    /** Removes statements that need not wait any more. */
    void remove(List<Waiting> sent);

    /** Deletes the statements that were made before a time. */
    void forget(Instant made);

    /** Makes a server the only one that sends, until a time; false while another one is. */
    boolean lead(String server, Instant now, Instant until);

    /** Lets another server send at once. */
    void release(String server);
}
