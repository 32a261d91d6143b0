package downhill.web.playground;

import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.Layouts;
import downhill.web.page.QrPicture;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form with which a teacher prepares the playground for a class, and the link and the QR code that it makes. It needs no script. */
public final class PlanRoutes {
    /** The names that say which run an address shows: a class gets the state, or a copy of the settings, and no run of the teacher's. */
    private static final List<String> OF_A_RUN = List.of("branches");

    private final Templates templates;
    private final Layouts layouts;
    private final ServerSettings settings;

    public PlanRoutes(Templates templates, Layouts layouts, ServerSettings settings) {
        this.templates = templates;
        this.layouts = layouts;
        this.settings = settings;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/playground/class", this::form);
    }

    private void form(Context ctx) {
        ClassPlan plan = chosen(ctx);
        Map<String, String> kept = kept(ctx);
        String query = kept.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String all = query + (query.isEmpty() || plan.isEmpty() ? "" : "&") + plan.query();
        String site = settings.site(ctx).orElse("");
        String link =
                site + (site.isEmpty() ? ctx.contextPath() : "") + "/playground" + (all.isEmpty() ? "" : "?" + all);
        Responses.html(
                ctx,
                templates.playgroundPlan(
                        layouts.ofSecret(
                                ctx, "Prepare for a class", "A link that opens the playground as a class needs it."),
                        plan,
                        kept,
                        link,
                        QrPicture.ofAny(link),
                        Optional.ofNullable(ctx.queryParam("run")).filter(view -> view.matches("[\\w-]{1,40}"))));
    }

    /** The plan of the form, which has one choice for each part, or of an address. */
    private static ClassPlan chosen(Context ctx) {
        ClassPlan given = ClassPlan.read(name -> Optional.ofNullable(ctx.queryParam(name)));
        List<String> hidden = new ArrayList<>(given.hide());
        List<String> locked = new ArrayList<>(given.lock());
        for (ClassPlan.Part part : ClassPlan.PARTS) {
            switch (String.valueOf(ctx.queryParam("part-" + part.name()))) {
                case "hide" -> hidden.add(part.name());
                case "lock" -> locked.add(part.name());
                default -> {}
            }
        }
        return ClassPlan.read(name -> Optional.of(
                switch (name) {
                    case "task" -> given.task();
                    case "hide" -> String.join(".", hidden);
                    case "lock" -> String.join(".", locked);
                    default -> "";
                }));
    }

    /** The rest of the playground's address: its settings, or the state that it carries, which says more than the run that it names. */
    private static Map<String, String> kept(Context ctx) {
        Map<String, String> kept = new LinkedHashMap<>();
        boolean hasState = ctx.queryParam("state") != null;
        ctx.queryParamMap().forEach((name, values) -> {
            boolean isSetting = Controls.names().contains(name) || name.equals("state");
            boolean isRun = !hasState && (name.equals("run") || OF_A_RUN.contains(name));
            if (isSetting || isRun) {
                kept.put(name, values.getFirst());
            }
        });
        return kept;
    }
}
