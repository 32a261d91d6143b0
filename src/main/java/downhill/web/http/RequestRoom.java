package downhill.web.http;

import downhill.live.memory.Charge;
import downhill.live.memory.Memory;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** The memory that one request takes until its answer has been sent. */
final class RequestRoom implements AutoCloseable {
    static final String NAME = RequestRoom.class.getName();

    /** Shorter answers are not counted. */
    private static final int SMALL = 256 << 10;

    private final Memory memory;
    private final List<Charge> held = new ArrayList<>();
    private boolean isClosed;

    RequestRoom(Memory memory) {
        this.memory = memory;
    }

    /** Takes the memory of an answer that a client may be slow to read. FullException if there is none left. */
    static void holdAnswer(Context ctx, int length) {
        RequestRoom room = ctx.attribute(NAME);
        if (room != null && length > SMALL) {
            room.hold(room.memory.forWork(length, "", "This answer"));
        }
    }

    synchronized void hold(Charge charge) {
        if (isClosed) {
            charge.close();
        } else {
            held.add(charge);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        held.forEach(Charge::close);
        held.clear();
    }
}
