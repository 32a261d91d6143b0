package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.web.xapi.XapiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing of a platform exists without settings, and settings that make no sense are named. */
class LtiOffTest {
    @Test
    void withoutSettingsNothingIsThere() {
        try (ToolSite site = new ToolSite(LtiSettings.OFF)) {
            for (String path : List.of("/lti/login", "/lti/launch", "/lti/session", "/lti/choose", "/lti/progress")) {
                assertThat(site.post(path, Map.of("iss", "https://platform.example"))
                                .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(site.get("/lti/login").statusCode()).isEqualTo(404);
            assertThat(site.get("/lti/keys").statusCode()).isEqualTo(404);
            assertThat(site.get("/lessons")
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void environmentNamesTheFiles(@TempDir Path folder) throws IOException {
        assertThat(LtiSettings.from(Map.of())).isEqualTo(LtiSettings.OFF);
        Path lti = Files.writeString(folder.resolve("lti.properties"), """
                site = https://downhill.example.edu/
                moodle.issuer = https://moodle.example.edu
                moodle.client = abc
                moodle.deployments = 1, 2
                moodle.login = https://moodle.example.edu/mod/lti/auth.php
                moodle.token = https://moodle.example.edu/mod/lti/token.php
                moodle.keys = https://moodle.example.edu/mod/lti/certs.php
                moodle.origins = https://www.moodle.example.edu:8443/anything
                """);
        Path xapi = Files.writeString(folder.resolve("xapi.properties"), """
                endpoint = https://lrs.example.edu/xapi/
                user = downhill
                password = secret
                site = https://downhill.example.edu
                """);
        LtiSettings read = LtiSettings.from(Map.of("DOWNHILL_LTI", lti.toString(), "DOWNHILL_XAPI", xapi.toString()));
        assertThat(read.site()).contains("https://downhill.example.edu");
        assertThat(read.keep().toDays()).isEqualTo(180);
        assertThat(read.xapi().map(XapiSettings::user)).contains("downhill");
        Platform moodle = read.platforms().getFirst();
        assertThat(moodle.deployments()).containsExactlyInAnyOrder("1", "2");
        assertThat(moodle.origins())
                .containsExactly("https://moodle.example.edu", "https://www.moodle.example.edu:8443");
        assertThatThrownBy(() -> LtiSettings.from(Map.of("DOWNHILL_XAPI", xapi.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOWNHILL_XAPI needs DOWNHILL_LTI");
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("lti.properties"), new byte[] {(byte) 0xff, (byte) 0xfe});
        for (String name : List.of(folder.resolve("none").toString(), folder.toString(), binary.toString())) {
            assertThatThrownBy(() -> LtiSettings.from(Map.of("DOWNHILL_LTI", name)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("DOWNHILL_LTI: the file " + name + " cannot be read.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "test.token, '', test.token is missing",
        "test.token, http://platform.example/token, test.token must be an https address",
        "test.keys, https://user:word@platform.example/keys, test.keys must be an https address",
        "test.login, ftp://127.0.0.1/x, test.login must be an https address",
        "test.colour, blue, there is no setting",
        "keepDays, 0, keepDays must be a whole number",
        "site, downhill, site must be an https address",
    })
    void aSettingThatMakesNoSenseIsNamed(String key, String value, String words) {
        try (TestPlatform platform = new TestPlatform()) {
            Properties properties = platform.properties();
            properties.setProperty(key, value);
            assertThatThrownBy(() -> LtiSettings.from(properties, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(words);
        }
    }

    @Test
    void aFileWithoutPlatformsIsAMistake() {
        assertThatThrownBy(() -> LtiSettings.from(new Properties(), Optional.empty()))
                .hasMessageContaining("names no platform");
    }
}
