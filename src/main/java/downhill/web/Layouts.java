package downhill.web;

import io.javalin.http.Context;

/** Makes the {@link Layout} of each page. */
final class Layouts {
    private final Settings settings;
    private final Assets assets;
    private final Libraries libraries;
    private final TermLinks terms;

    Layouts(Settings settings, Assets assets, Libraries libraries, Courses courses) {
        this.settings = settings;
        this.assets = assets;
        this.libraries = libraries;
        this.terms = TermLinks.into(settings.base(), courses::course);
    }

    Layout of(Context ctx, String title, String description) {
        String base = settings.base();
        return new Layout(
                title,
                description,
                base,
                base + "/assets/" + assets.version(),
                ctx.path().substring(base.length()),
                libraries.versions(),
                terms);
    }
}
