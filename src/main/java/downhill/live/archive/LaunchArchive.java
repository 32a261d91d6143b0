package downhill.live.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A place for learners from learning platforms. The same holds for its methods as for those of {@link Archive}. */
public interface LaunchArchive {
    /** The key pair with which servers of this archive sign for platforms; a fresh one is kept if there is none. */
    byte[] key(Supplier<byte[]> fresh);

    /** Notes that a login was used; answers false if it was used before. It must be remembered until a time. */
    boolean use(String nonce, Instant until);

    /** Keeps a new launch. One that is there stays, and gets the lineitem and the time. */
    void open(SavedLaunch launch);

    /** The launch of this id. */
    Optional<SavedLaunch> find(String id);

    /** Puts a launch in the place of another, and answers true; false if another server or request has changed it meanwhile. */
    boolean change(SavedLaunch before, SavedLaunch after);

    /** Some launches whose score is to be sent by now, the longest due first. */
    List<SavedLaunch> due(Instant now, int most);

    /** Takes on the sending of a score, which is due again at a later time unless it is settled; false if another server has it. */
    boolean claim(SavedLaunch launch, Instant again);

    /** Notes that a score need not be sent any more, unless a newer one has become due. */
    void settle(SavedLaunch launch, Instant again);

    /** The statements that wait for a learning record store. */
    Outbox outbox();

    /** Deletes the launches at which nothing happened since a time, and the logins whose time is over. */
    void forget(Instant unused, Instant now);
}
