package downhill.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The pages' templates: compiled into the jar, or read from disk at every change in development. */
public final class Templates {
    private final TemplateEngine engine;

    public Templates(Optional<Path> development) {
        this.engine = development
                .map(folder -> TemplateEngine.create(
                        new DirectoryCodeResolver(folder.resolve("web/templates")),
                        folder.resolve("target/jte-dev"),
                        ContentType.Html,
                        Templates.class.getClassLoader()))
                .orElseGet(() -> TemplateEngine.createPrecompiled(ContentType.Html));
        engine.setTrimControlStructures(true);
    }

    /** Answers with a page or a fragment. */
    public void render(Context ctx, String template, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        engine.render(template, parameters, output);
        ctx.contentType("text/html; charset=utf-8").result(output.toByteArray());
    }
}
