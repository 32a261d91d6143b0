package downhill.web.lti;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import downhill.json.form.Json;
import downhill.live.archive.SavedLaunch;
import downhill.live.launch.Gradebook;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The platforms' gradebooks (LTI Assignment and Grade Services 2.0), with an access token of each platform. */
final class ScoreService implements Gradebook {
    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String TYPE = "application/vnd.ims.lis.v1.score+json";
    private static final Duration ASSERTION_TIME = Duration.ofMinutes(5);

    /** An access token is not used in its last minute. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final int LONGEST_HOURS = 24;

    private record Access(String token, Instant until) {}

    private final Map<String, Platform> platforms;
    private final ToolKey key;
    private final PlatformHttp http;
    private final Clock clock;
    private final Map<String, Access> access = new ConcurrentHashMap<>();

    ScoreService(List<Platform> platforms, ToolKey key, PlatformHttp http, Clock clock) {
        this.platforms = platforms.stream().collect(Collectors.toMap(Platform::name, platform -> platform));
        this.key = key;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Outcome send(SavedLaunch launch) throws InterruptedException {
        Optional<Platform> platform = Optional.ofNullable(platforms.get(launch.platform()));
        Optional<URI> column = launch.lineitem();
        if (platform.isEmpty() || column.filter(platform.get()::has).isEmpty()) {
            return Outcome.REFUSED; // the settings have changed since the launch
        }
        try {
            Optional<String> token = token(platform.get());
            return token.isPresent() ? send(launch, platform.get(), scores(column.get()), token.get()) : Outcome.LATER;
        } catch (IOException e) {
            return Outcome.LATER;
        }
    }

    private Outcome send(SavedLaunch launch, Platform platform, URI address, String token)
            throws IOException, InterruptedException {
        int status = http.send(HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", TYPE)
                        .POST(BodyPublishers.ofByteArray(score(launch))))
                .statusCode();
        if (status == 401) {
            access.remove(platform.name());
        }
        boolean mayPass = status == 401 || status == 408 || status == 429 || status >= 500;
        return status >= 200 && status < 300 ? Outcome.SENT : mayPass ? Outcome.LATER : Outcome.REFUSED;
    }

    /** The address that takes scores: the column's, with a path added before its query. */
    private static URI scores(URI column) {
        String query = column.getRawQuery() == null ? "" : "?" + column.getRawQuery();
        String path = column.getRawPath().replaceFirst("/$", "");
        return URI.create(Platform.origin(column) + path + "/scores" + query);
    }

    private byte[] score(SavedLaunch launch) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("userId", launch.learner());
        score.put("scoreGiven", launch.score());
        score.put("scoreMaximum", launch.maximum());
        score.put("activityProgress", launch.isComplete() ? "Completed" : "InProgress");
        score.put("gradingProgress", "FullyGraded");
        score.put("timestamp", clock.instant().toString());
        return Json.bytes(score);
    }

    /** An access token; nothing if the platform gives none now. */
    private Optional<String> token(Platform platform) throws IOException, InterruptedException {
        Access known = access.get(platform.name());
        if (known != null && known.until().isAfter(clock.instant())) {
            return Optional.of(known.token());
        }
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(platform.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(request(platform))));
        Optional<Access> given = answer.statusCode() == 200 ? access(answer.body()) : Optional.empty();
        given.ifPresent(fresh -> access.put(platform.name(), fresh));
        return given.map(Access::token);
    }

    private Optional<Access> access(String body) {
        try {
            Map<String, Object> fields = JSONObjectUtils.parse(body);
            long seconds = fields.get("expires_in") instanceof Number number ? number.longValue() : 0;
            Duration time = Duration.ofSeconds(Math.clamp(
                    seconds,
                    SHORTEST.toSeconds(),
                    Duration.ofHours(LONGEST_HOURS).toSeconds()));
            return Optional.ofNullable(JSONObjectUtils.getString(fields, "access_token"))
                    .filter(token -> token.matches("[\\x21-\\x7e]{1,8000}"))
                    .map(token -> new Access(token, clock.instant().plus(time).minus(MARGIN)));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private String request(Platform platform) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_assertion_type", ASSERTION);
        fields.put("client_assertion", assertion(platform));
        fields.put("scope", SCOPE);
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String assertion(Platform platform) {
        Instant now = clock.instant();
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(platform.client())
                .subject(platform.client())
                .audience(platform.token().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_TIME)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }
}
