package downhill.web.widget;

import downhill.course.Widget.Demo;
import downhill.course.Widget.Topic;
import downhill.json.page.EmbedJson;
import downhill.web.assets.Assets;
import downhill.web.http.ServerSettings;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of widgets: a card for each demo page, in groups by topic. */
public final class Gallery {
    private final ServerSettings settings;
    private final Assets assets;

    public Gallery(ServerSettings settings, Assets assets) {
        this.settings = settings;
        this.assets = assets;
    }

    /** The cards of one topic. */
    public record Group(Topic topic, List<Card> cards) {}

    /**
     * A demo page on the index.
     *
     * @param light its picture in the light theme, below the static files; nothing for a widget that has none yet
     * @param dark the same in the dark theme
     * @param parameters the values that its address may hold
     * @param frame the HTML that shows the widget on another page
     * @param words everything that a search finds it by, in small letters
     */
    public record Card(
            Demo demo,
            Optional<String> light,
            Optional<String> dark,
            List<Parameter> parameters,
            String frame,
            String words) {}

    /** Returns the cards of these demo pages, with the addresses by which the request reached the site. */
    List<Group> groups(Context ctx, List<Demo> demos) {
        String site = settings.site(ctx).orElse(ctx.contextPath());
        return Stream.of(Topic.values())
                .map(topic -> new Group(
                        topic,
                        demos.stream()
                                .filter(demo -> demo.topic() == topic)
                                .map(demo -> card(demo, site))
                                .toList()))
                .filter(group -> !group.cards().isEmpty())
                .toList();
    }

    private Card card(Demo demo, String site) {
        List<Parameter> parameters = Parameters.of(demo);
        String address = site + "/widgets/" + demo.name() + "?embed=1";
        return new Card(
                demo,
                picture("light", demo),
                picture("dark", demo),
                parameters,
                EmbedJson.frame(address, demo.title() + " · Downhill", "100%", WidgetRoutes.FRAME_HEIGHT),
                words(demo, parameters));
    }

    private Optional<String> picture(String theme, Demo demo) {
        return Optional.of(folder(demo) + "/" + theme + ".webp").filter(assets::has);
    }

    /** The folder of a demo page's pictures below the static files: that of its widget. */
    public static String folder(Demo demo) {
        return demo.equals(LandscapeDemo.DEMO) ? "pictures/landscape" : "js/widgets/" + demo.name();
    }

    private static String words(Demo demo, List<Parameter> parameters) {
        Stream<String> named = parameters.stream().map(Parameter::label);
        return Stream.concat(
                        Stream.of(
                                demo.title(),
                                demo.line(),
                                demo.name(),
                                demo.topic().title()),
                        named)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
