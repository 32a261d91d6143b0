package downhill.web.http;

import downhill.json.RunJson;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.live.work.TaskProgress;
import downhill.train.spec.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The requests whose progress the visitor may ask for while they are answered. Such a request has a key of the visitor's own choice in its header
 * {@code X-Progress}; {@code GET /api/progress/{key}} answers the share of its work that is done. An unknown key has no share, as work that has not begun: the answer to a request
 * may pass the question about its progress on the way, and that is no mistake.
 */
public final class FollowedRequests {
    /** The header with the key. */
    static final String HEADER = "X-Progress";

    /** Longer than anybody guesses: visitors without tokens behind one address count as one. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** Further requests of a visitor at the same time are answered too, but nobody can follow them. */
    static final int MOST_OF_VISITOR = 32;

    /** The same for the requests of all visitors. */
    static final int MOST = 4096;

    private final Map<String, Map<String, TaskProgress>> byVisitor = new HashMap<>();
    private int size;

    public void addTo(RoutesConfig routes) {
        routes.get("/api/progress/{key}", this::progress);
    }

    /** The handler of an endpoint, which can be followed while it answers; what comes before and after the endpoints is left alone. */
    public Handler wrap(Endpoint endpoint, Handler handler) {
        if (!HandlerType.GET.equals(endpoint.method) && !HandlerType.POST.equals(endpoint.method)) {
            return handler;
        }
        return ctx -> {
            String key = ctx.header(HEADER);
            if (key == null) {
                handler.handle(ctx);
            } else {
                follow(Requests.visitor(ctx).name(), checked(key, HEADER), ctx, handler);
            }
        };
    }

    private void follow(String visitor, String key, Context ctx, Handler handler) throws Exception {
        var progress = new TaskProgress();
        boolean isKept = add(visitor, key, progress);
        try {
            progress.during(() -> {
                handler.handle(ctx);
                return true;
            });
        } finally {
            if (isKept) {
                remove(visitor, key);
            }
        }
    }

    private void progress(Context ctx) {
        String key = checked(ctx.pathParam("key"), "key");
        Requests.allowQuery(ctx, Set.of());
        Optional<TaskProgress> progress = find(Requests.visitor(ctx).name(), key);
        Responses.json(ctx, RunJson.progress(progress.map(TaskProgress::share).orElseGet(OptionalDouble::empty)));
    }

    private static String checked(String key, String field) {
        if (!KEY.matcher(key).matches()) {
            throw new BadInputException(
                    Kind.SHAPE,
                    List.of(new Problem(
                            field,
                            "A key has 16 to 64 letters (A to Z, a to z), digits, - and _; \"" + Requests.printable(key)
                                    + "\" has not.")));
        }
        return key;
    }

    private synchronized Optional<TaskProgress> find(String visitor, String key) {
        return Optional.ofNullable(byVisitor.getOrDefault(visitor, Map.of()).get(key));
    }

    /** Adds a request, unless there are too many or one has this key already. */
    private synchronized boolean add(String visitor, String key, TaskProgress progress) {
        int own = byVisitor.getOrDefault(visitor, Map.of()).size();
        if (size >= MOST || own >= MOST_OF_VISITOR || find(visitor, key).isPresent()) {
            return false;
        }
        byVisitor.computeIfAbsent(visitor, _ -> new HashMap<>()).put(key, progress);
        size++;
        return true;
    }

    private synchronized void remove(String visitor, String key) {
        byVisitor.computeIfPresent(visitor, (_, requests) -> {
            requests.remove(key);
            return requests.isEmpty() ? null : requests;
        });
        size--;
    }

    /** The number of requests that can be followed now. */
    synchronized int size() {
        return size;
    }
}
