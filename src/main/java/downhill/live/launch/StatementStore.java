package downhill.live.launch;

import java.util.List;

/** A learning record store. */
@FunctionalInterface
public interface StatementStore {
    /** Sends some statements together, and answers whether they need not be sent again; returns in limited time. */
    boolean send(List<Happening> happenings) throws InterruptedException;
}
