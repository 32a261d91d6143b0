package downhill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials in the jar: all that is shipped, each with a licence that lets us ship it. */
class MaterialsTest {
    /** Licences that allow shipping in a program under another licence, as SPDX names them. Of several, one is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "MIT");

    private static List<JsonNode> components() throws IOException {
        try (InputStream bill = MaterialsTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            JsonNode tree = JsonMapper.shared().readTree(Objects.requireNonNull(bill, "the bill of materials"));
            assertThat(tree.get("bomFormat").asString()).isEqualTo("CycloneDX");
            return Stream.of(tree.get("components"))
                    .flatMap(components -> components.valueStream())
                    .toList();
        }
    }

    private static String name(JsonNode component) {
        return component.get("name").asString() + "-" + component.get("version").asString();
    }

    @Test
    void eachMaterialHasALicenceThatAllowsShippingIt() throws IOException {
        for (JsonNode component : components()) {
            List<String> licences = component
                    .get("licenses")
                    .valueStream()
                    .map(licence -> licence.at("/license/id").asString(""))
                    .toList();
            assertThat(licences).as(name(component)).anyMatch(ALLOWED::contains);
        }
    }

    @Test
    void theBillNamesTheJarsThatTheServerRunsWith() throws IOException {
        List<String> named = components().stream().map(MaterialsTest::name).toList();
        Stream<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName())
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.substring(0, name.length() - ".jar".length()));
        assertThat(jars.filter(
                        name -> name.matches("(javalin|jetty-server|jdbi3-core|htmx.org|uplot|logback-core)-\\d.*")))
                .isNotEmpty()
                .allMatch(named::contains);
    }
}
