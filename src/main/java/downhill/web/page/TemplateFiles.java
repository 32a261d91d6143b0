package downhill.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.generated.precompiled.DynamicTemplates;
import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of {@code web/templates} as methods, one for each file, with the file's parameters. The build generates the interface, so the
 * compiler checks what a route hands to a page. A template whose {@code @param} lines change needs a new build, in development too.
 */
public final class TemplateFiles {
    private TemplateFiles() {}

    /** The templates as the jar holds them, compiled; or, in development, as the files on disk are at each request. */
    public static Templates open(Optional<Path> development) {
        return development
                .<Templates>map(folder -> new DynamicTemplates(engine(folder)))
                .orElseGet(StaticTemplates::new);
    }

    private static TemplateEngine engine(Path folder) {
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(folder.resolve("web/templates")),
                folder.resolve("target/jte-dev"),
                ContentType.Html,
                TemplateFiles.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }
}
