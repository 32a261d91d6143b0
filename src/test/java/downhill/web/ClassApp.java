package downhill.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A teacher, and learners with a cookie each, in a class of an app that runs. */
final class ClassApp {
    static final String HTML = "text/html";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Pattern CODE = Pattern.compile("class-code\">([A-Z0-9 ]+)<");
    private static final Pattern BOARD = Pattern.compile("href=\"([^\"]*/boards/[^\"]+)\"");

    private final TestApp app;
    final String teacher;
    final String board;
    final String code;

    private ClassApp(TestApp app, String teacher) {
        this.app = app;
        this.teacher = teacher;
        String page = app.get(teacher).body();
        this.board = first(BOARD, page);
        this.code = first(CODE, page).replace(" ", "");
    }

    /** A new class on a lesson. */
    static ClassApp open(TestApp app, String lesson) {
        return opened(app, "lesson", lesson);
    }

    /** A new class on a list, which is the JSON of its file. */
    static ClassApp openList(TestApp app, String list) {
        return opened(app, "list", list);
    }

    private static ClassApp opened(TestApp app, String... fields) {
        HttpResponse<String> opened = form(app, "/classes", "", fields);
        if (opened.statusCode() != 303) {
            throw new AssertionError(opened.statusCode() + " " + opened.body());
        }
        return new ClassApp(app, location(opened));
    }

    /** The same class on another app, such as one that was started again. */
    ClassApp on(TestApp other) {
        return new ClassApp(other, teacher);
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + page);
        }
        return matcher.group(1);
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** Joins and returns the learner's cookie. */
    String join(String nickname) {
        HttpResponse<String> joined = form(app, "/join", "", "code", code, "nickname", nickname);
        return cookie(joined).orElseThrow(() -> new AssertionError(joined.statusCode() + " " + joined.body()));
    }

    static Optional<String> cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("downhill-class="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst();
    }

    /** Does something as the teacher. */
    HttpResponse<String> control(String what, String... fields) {
        return form(app, teacher + "/" + what, "", fields);
    }

    HttpResponse<String> form(String path, String cookie, String... fields) {
        return form(app, path, cookie, fields);
    }

    static HttpResponse<String> form(TestApp app, String path, String cookie, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(app.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", HTML)
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A page as a learner sees it. */
    HttpResponse<String> get(String path, String cookie) {
        return send(app.request(path).header("Accept", HTML).header("Cookie", cookie.isEmpty() ? "none=1" : cookie));
    }

    /** Sends a request without following where the answer leads. */
    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The path of an address. */
    static String path(String address) {
        return URI.create(address).getPath();
    }
}
