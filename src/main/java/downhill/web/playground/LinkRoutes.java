package downhill.web.playground;

import downhill.json.StageConfig.Linked;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.json.link.LinkReader;
import downhill.json.link.LinkReader.Reading;
import downhill.json.link.LinkedState;
import downhill.json.page.CopyJson;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.live.work.BusyException;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The playground's links: each opens a copy of a state, which is the visitor's own from the start. */
public final class LinkRoutes {
    private final Runs runs;

    public LinkRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/playground/copies", this::copy);
    }

    /** Makes the runs of a state. A page asks for it when it has opened, so that a crawler that only fetches pages makes none. */
    private void copy(Context ctx) throws InterruptedException {
        Requests.allowQuery(ctx, Set.of());
        String text = CopyJson.state(Requests.json(ctx));
        LinkedState state = LinkReader.read(text)
                .state()
                .orElseThrow(() -> new BadInputException(
                        Kind.VALUE,
                        "/state",
                        String.join(" ", LinkReader.read(text).said())));
        LinkCopy.Made made = LinkCopy.make(runs, state, Requests.visitor(ctx), LinkCopy.MOST_WORK);
        ctx.status(201);
        Responses.json(
                ctx,
                CopyJson.made(
                        ctx.contextPath() + "/api/runs/" + made.front().id() + "/frames",
                        made.runs().stream().collect(Collectors.toMap(LiveRun::id, RunId::view)),
                        made.branches(),
                        made.said()));
    }

    /**
     * The state in a page's address.
     *
     * @param linked nothing if the address carries none, or none of which a run can be made
     * @param said a sentence for each thing that is wrong with it
     */
    record Opened(Optional<Linked> linked, List<String> said) {
        static final Opened NOTHING = new Opened(Optional.empty(), List.of());
    }

    /** The state in the address of a page, checked so far that its first step can be shown. */
    Opened open(Context ctx) {
        String text = ctx.queryParam("state");
        if (text == null) {
            return Opened.NOTHING;
        }
        Reading reading = LinkReader.read(text);
        Optional<String> refusal = reading.state().flatMap(state -> refusal(ctx, state));
        if (reading.state().isEmpty() || refusal.isPresent()) {
            List<String> said = new ArrayList<>(reading.said());
            refusal.ifPresent(said::add);
            said.add("The figure shows a new network instead.");
            return new Opened(Optional.empty(), List.copyOf(said));
        }
        String base = ctx.contextPath() + "/playground/";
        String preview = base + "preview?state=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return new Opened(
                reading.state().map(state -> new Linked(preview, base + "copies", text, state.page())), reading.said());
    }

    /** The specification in the state that an address carries, if it carries a valid one. */
    static Optional<RunSpec> spec(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("state"))
                .flatMap(text -> LinkReader.read(text).state())
                .map(LinkedState::spec);
    }

    /** The reason why no run can be made of a state. A server that is busy does not know one. */
    private Optional<String> refusal(Context ctx, LinkedState state) {
        try {
            runs.preview(state.spec(), Requests.visitor(ctx), history -> history.step());
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of("This link’s settings cannot be used. "
                    + String.join(
                            " ",
                            e.problems().stream().map(Problem::detail).limit(3).toList()));
        } catch (BusyException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
