package downhill.web.classroom;

import downhill.live.room.ClassNews;
import downhill.live.room.LiveClass;
import downhill.web.http.EventStream;
import downhill.web.page.ClassSeats;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changes of a class as server-sent events. The request's own virtual thread waits and writes. */
final class ClassStream {
    private static final Logger LOG = LoggerFactory.getLogger(ClassStream.class);

    /** The pause between two events of a page that shows the whole class: many answers come at once. */
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final byte[] CHANGED = "{}".getBytes(StandardCharsets.UTF_8);

    private final Duration heartbeat;

    ClassStream(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    private interface Follower {
        void follow(LiveClass.Stream stream, EventStream out) throws IOException, InterruptedException;
    }

    /** Tells a learner's page of the pace, of pauses and of the learner's own name, and of nothing else. */
    void ofLearner(Context ctx, LiveClass room, int number) {
        follow(ctx, room, (stream, out) -> {
            ClassNews news = room.news();
            String said = "";
            while (!news.over()) {
                String now = ClassSeats.news(news, number);
                if (now.equals(said)) {
                    out.heartbeat();
                } else {
                    out.send("class", now.getBytes(StandardCharsets.UTF_8));
                }
                said = now;
                news = stream.awaitControls(news.controls(), heartbeat);
            }
        });
    }

    /** Tells a page that shows the whole class that there is something new. */
    void ofAll(Context ctx, LiveClass room) {
        follow(ctx, room, (stream, out) -> {
            ClassNews news = room.news();
            long said = -1;
            while (!news.over()) {
                if (news.version() == said) {
                    out.heartbeat();
                } else {
                    out.send("changed", CHANGED);
                }
                said = news.version();
                Thread.sleep(BETWEEN);
                news = stream.awaitAny(said, heartbeat);
            }
        });
    }

    private static void follow(Context ctx, LiveClass room, Follower follower) {
        if (!EventStream.isWanted(ctx)) {
            throw new HttpResponseException(406, "This address answers with events: send Accept: text/event-stream.");
        }
        try (LiveClass.Stream stream = room.follow()) {
            follower.follow(stream, EventStream.open(ctx));
        } catch (IOException e) {
            LOG.debug("A page left its class", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
