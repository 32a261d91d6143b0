package downhill.web.http;

import downhill.live.Runs;
import downhill.live.work.NamedLocks;
import downhill.live.work.TaskProgress;
import downhill.web.http.KeptAnswers.Answer;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The answers about runs that the server shares. Such a run never changes, so a question about it has one answer for all: a class
 * that opens a scene in the same minute lets it be worked out once. Those who ask while it is worked out wait for it.
 */
public final class SharedAnswers {
    /** The routes below this one ask something of a run. */
    private static final String RUN = "/api/runs/{id}/";

    /** The routes whose answer changes, or is no document to read. */
    private static final Set<String> EXCEPT =
            Set.of(RUN + "frames", RUN + "speed", RUN + "step-times", RUN + "export", RUN + "program");

    private final KeptAnswers kept = new KeptAnswers();
    private final NamedLocks asking = new NamedLocks();

    /** The progress of each answer that is worked out now. */
    private final Map<String, TaskProgress> working = new ConcurrentHashMap<>();

    private final Runs runs;

    /** None is kept yet. */
    public SharedAnswers(Runs runs) {
        this.runs = runs;
    }

    /** The handler of an endpoint, which asks here first if its answers can be kept. */
    public Handler wrap(Endpoint endpoint) {
        boolean isKept = HandlerType.GET.equals(endpoint.method)
                && endpoint.path.startsWith(RUN)
                && EXCEPT.stream().noneMatch(endpoint.path::equals);
        return isKept ? ctx -> answer(ctx, endpoint.handler) : endpoint.handler;
    }

    private void answer(Context ctx, Handler handler) throws Exception {
        if (EventStream.isWanted(ctx) || !isShared(ctx)) {
            handler.handle(ctx);
            return;
        }
        String question =
                ctx.path() + "?" + Optional.ofNullable(ctx.queryString()).orElse("");
        if (!send(ctx, question)) {
            Optional.ofNullable(working.get(question)).ifPresent(TaskProgress::follow);
            asking.<Boolean, Exception>hold(question, () -> {
                if (!send(ctx, question)) {
                    work(ctx, question, handler);
                }
                return true;
            });
        }
    }

    /** Works an answer out, so that all who wait for it see its progress. */
    private void work(Context ctx, String question, Handler handler) throws Exception {
        var progress = new TaskProgress();
        TaskProgress.follow(progress);
        working.put(question, progress);
        try {
            progress.during(() -> {
                handler.handle(ctx);
                keep(ctx, question);
                return true;
            });
        } finally {
            working.remove(question);
        }
    }

    private boolean isShared(Context ctx) {
        return runs.read(Requests.name(ctx))
                .filter(run -> run.origin().shared())
                .isPresent();
    }

    private boolean send(Context ctx, String question) {
        Optional<Answer> known = kept.find(question);
        known.ifPresent(answer -> Responses.send(ctx, answer.type, answer.body));
        return known.isPresent();
    }

    /** Keeps the answer that was just given, if it is a document. */
    private void keep(Context ctx, String question) throws IOException {
        InputStream result = ctx.resultInputStream();
        String type = ctx.res().getContentType();
        if (ctx.statusCode() != HttpStatus.OK_200 || result == null || type == null) {
            return;
        }
        byte[] body = result.readAllBytes();
        ctx.result(body);
        kept.keep(question, new Answer(type, body));
    }
}
