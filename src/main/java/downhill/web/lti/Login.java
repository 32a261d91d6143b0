package downhill.web.lti;

import downhill.live.launch.LaunchKeys;
import downhill.web.http.ServerSettings;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first half of a launch: a platform announces a learner, and the browser is sent to it to have it say who that is. */
final class Login {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final int LONGEST = 4000;
    private static final int BYTES = 16;

    private final LtiSettings lti;
    private final ServerSettings settings;
    private final SealedClaims states;
    private final SecureRandom random = new SecureRandom();

    Login(LtiSettings lti, ServerSettings settings, byte[] secret, Clock clock) {
        this.lti = lti;
        this.settings = settings;
        this.states = new SealedClaims(LaunchKeys.derive(secret, "login"), "login", TIME, clock);
    }

    /** The address of this site as platforms know it. */
    String site(Context ctx) {
        return lti.site()
                .or(() -> settings.site(ctx))
                .orElseThrow(() -> RefusedLaunchException.malformed("The request names no host."));
    }

    /** The step that follows on an announcement. */
    PlatformStep.Login begin(Context ctx) {
        Platform platform = platform(parameter(ctx, "iss").orElse(""), parameter(ctx, "client_id"));
        String hint = parameter(ctx, "login_hint")
                .orElseThrow(() -> RefusedLaunchException.malformed("The platform sends no login_hint."));
        String secret = text();
        String nonce = text();
        Optional<String> target = parameter(ctx, "lti_storage_target");
        String state = states.seal(new LoginState(platform.name(), nonce, hash(secret), target).claims());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("scope", "openid");
        query.put("response_type", "id_token");
        query.put("response_mode", "form_post");
        query.put("prompt", "none");
        query.put("client_id", platform.client());
        query.put("redirect_uri", site(ctx) + LtiRoutes.LAUNCH);
        query.put("login_hint", hint);
        parameter(ctx, "lti_message_hint").ifPresent(message -> query.put("lti_message_hint", message));
        query.put("state", state);
        query.put("nonce", nonce);
        String separator = platform.login().getRawQuery() == null ? "?" : "&";
        return new PlatformStep.Login(
                platform.login() + separator + encoded(query),
                key(nonce),
                secret,
                target.orElse(""),
                Platform.origin(platform.login()),
                window(ctx));
    }

    /** The address of the same login, for a window of its own: there the platform keeps nothing for us. */
    private String window(Context ctx) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String name :
                List.of("iss", "client_id", "login_hint", "target_link_uri", "lti_message_hint", "lti_deployment_id")) {
            parameter(ctx, name).ifPresent(value -> query.put(name, value));
        }
        return ctx.contextPath() + LtiRoutes.LOGIN + "?" + encoded(query);
    }

    private Platform platform(String issuer, Optional<String> client) {
        List<Platform> found = lti.platforms().stream()
                .filter(platform -> platform.issuer().equals(issuer))
                .filter(platform ->
                        client.filter(name -> !name.equals(platform.client())).isEmpty())
                .toList();
        if (found.size() != 1) {
            throw RefusedLaunchException.untrusted("This learning platform is not set up here."
                    + " Ask the people who run this server to add its issuer and its client to their settings.");
        }
        return found.getFirst();
    }

    /** The state of a login that this site began, if its time is not over. */
    Optional<LoginState> state(Context ctx) {
        return parameter(ctx, "state").flatMap(states::open).map(LoginState::of);
    }

    /** The platform of a login, if it is still in the settings. */
    Optional<Platform> platform(LoginState state) {
        return lti.platforms().stream()
                .filter(platform -> platform.name().equals(state.platform()))
                .findFirst();
    }

    /** Tests whether this is the secret that a browser got with a login. */
    static boolean isSecret(LoginState state, String secret) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.UTF_8), state.secret().getBytes(StandardCharsets.UTF_8));
    }

    /** The name under which the browser keeps the secret of a login. */
    static String key(String nonce) {
        return "downhill-" + hash(nonce);
    }

    /** A short field of the request, from its query or its form. */
    static Optional<String> parameter(Context ctx, String name) {
        Optional<String> value = field(ctx, name);
        if (value.filter(text -> text.length() > LONGEST).isPresent()) {
            throw RefusedLaunchException.malformed("The platform sends a " + name + " that is too long.");
        }
        return value;
    }

    /** A field of the request that may be long. */
    static Optional<String> field(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name))
                .or(() -> Optional.ofNullable(ctx.formParam(name)))
                .filter(text -> !text.isEmpty());
    }

    private String text() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** A name for a text that nobody can turn back into it. */
    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
