package downhill.web.page;

import downhill.json.form.Json;
import downhill.web.assets.Assets;
import downhill.web.assets.Libraries;
import downhill.web.http.ServerSettings;
import io.javalin.http.Context;
import java.util.Optional;

/** Makes the {@link Layout} of each page. */
public final class Layouts {
    private final ServerSettings settings;
    private final Assets assets;
    private final Libraries libraries;
    private final Courses courses;
    private final TermLinks terms;

    public Layouts(ServerSettings settings, Assets assets, Libraries libraries, Courses courses) {
        this.settings = settings;
        this.assets = assets;
        this.libraries = libraries;
        this.courses = courses;
        this.terms = TermLinks.into(settings.base(), courses::course);
    }

    /** The beginning of every address of the app. */
    public String base() {
        return settings.base();
    }

    public Layout of(Context ctx, String title, String description) {
        String base = settings.base();
        Sharing sharing = Sharing.of(
                settings.site(ctx),
                ctx.path().substring(base.length()),
                Optional.ofNullable(ctx.queryString()).orElse(""),
                courses.course());
        return of(ctx, title, description, sharing);
    }

    /** The layout of a page whose address is a secret, or that is no use to anybody who was not given it. */
    public Layout ofSecret(Context ctx, String title, String description) {
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("X-Robots-Tag", "noindex, nofollow");
        return of(ctx, title, description, Sharing.none());
    }

    private Layout of(Context ctx, String title, String description, Sharing sharing) {
        String base = settings.base();
        return new Layout(
                title,
                description,
                base,
                base + "/assets/" + assets.version(),
                assets.preloads(),
                ctx.path().substring(base.length()),
                Json.text(courses.widgets().figures()),
                libraries.versions(),
                terms,
                sharing);
    }
}
