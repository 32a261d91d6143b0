package downhill.web.lti;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pages of a platform that a browser opens: a course with an activity in a frame, and the page that authenticates the learner. A course's page keeps data
 * for the activity (LTI Client Side postMessages), in itself or in a frame of its own, or does not.
 */
public final class TestCourse {
    private static final String KEEPER = """
            <script>
                const kept = {};
                addEventListener("message", ({ data, origin, source }) => {
                    const answer = { subject: `${data.subject}.response`, message_id: data.message_id, key: data.key };
                    if (data.subject === "lti.put_data") {
                        kept[data.key] = data.value;
                    }
                    if (["lti.put_data", "lti.get_data"].includes(data.subject)) {
                        source.postMessage({ ...answer, value: kept[data.key] }, origin);
                    }
                });
            </script>""";

    private final TestPlatform platform;
    private volatile String tool = "";

    TestCourse(TestPlatform platform) {
        this.platform = platform;
        platform.serve("/course", this::course);
        platform.serve("/keeper", exchange -> page(exchange, KEEPER));
        platform.serve("/auth", this::authenticate);
        platform.serve("/deep_links", this::take);
        platform.serve("/favicon.ico", exchange -> TestPlatform.answer(exchange, 204, "image/x-icon", ""));
    }

    /** The address of a course whose activity is a page of a tool; {@code target} names the frame that keeps data, if any. */
    public String with(String site, String path, String target) {
        tool = site;
        return platform.origin() + "/course?path=" + path + "&target=" + target;
    }

    private void course(HttpExchange exchange) throws IOException {
        Map<String, String> asked = TestPlatform.fields(exchange.getRequestURI().getRawQuery());
        String target = asked.getOrDefault("target", "");
        Map<String, String> login = new LinkedHashMap<>();
        login.put("iss", platform.origin());
        login.put("login_hint", "377");
        login.put("lti_message_hint", asked.getOrDefault("path", ""));
        login.put("target_link_uri", tool + asked.getOrDefault("path", ""));
        login.put("client_id", TestPlatform.CLIENT);
        if (!target.isEmpty()) {
            login.put("lti_storage_target", target);
        }
        String address = tool + "/lti/login?" + ToolSite.encoded(login);
        String keeper = target.equals("_parent")
                ? KEEPER
                : target.isEmpty() ? "" : "<iframe hidden name=\"" + target + "\" src=\"/keeper\"></iframe>";
        page(
                exchange,
                keeper
                        + "<h1>ECON 1010</h1><iframe title=\"Activity\" name=\"activity\" width=\"1100\" height=\"700\" src=\""
                        + address.replace("&", "&amp;") + "\"></iframe>");
    }

    /** Authenticates the learner of the hint, and has the browser take the answer back. */
    private void authenticate(HttpExchange exchange) throws IOException {
        Map<String, String> asked = TestPlatform.fields(exchange.getRequestURI().getRawQuery());
        String back = asked.getOrDefault("redirect_uri", "");
        String path = asked.getOrDefault("lti_message_hint", "");
        boolean isGood = back.equals(tool + "/lti/launch")
                && asked.getOrDefault("login_hint", "").startsWith("377")
                && TestPlatform.CLIENT.equals(asked.get("client_id"));
        String nonce = asked.getOrDefault("nonce", "");
        String token =
                platform.sign(path.isEmpty() ? platform.deepLinking(nonce) : platform.resourceLink(nonce, tool + path));
        page(
                exchange,
                isGood
                        ? "<form method=\"post\" action=\"" + back + "\"><input name=\"id_token\" value=\"" + token
                                + "\"><input name=\"state\" value=\"" + asked.get("state")
                                + "\"></form><script>document.forms[0].submit();</script>"
                        : "<p>This is not a login of a tool that is known here.</p>");
    }

    /** Takes a teacher's choice. */
    private void take(HttpExchange exchange) throws IOException {
        String token = TestPlatform.fields(TestPlatform.body(exchange)).getOrDefault("JWT", "");
        Object items = platform.gradebook().verified(token).getClaim(Claims.DEEP_LINKING + "content_items");
        page(exchange, "<p id=\"chosen\">" + items + "</p>");
    }

    private static void page(HttpExchange exchange, String content) throws IOException {
        TestPlatform.answer(
                exchange,
                200,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=\"en\"><title>Platform</title><body>" + content + "</body></html>");
    }
}
