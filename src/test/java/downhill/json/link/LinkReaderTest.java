package downhill.json.link;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.json.link.LinkReader.Reading;
import downhill.json.link.LinkedState.Branch;
import downhill.math.Rng;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link gives back the very state that it was made of, and of any other text the part that can be used. */
class LinkReaderTest {
    private static final String SPEC = """
            "spec": {"data": {"name": "xor"}, "network": {"layers": [2, 2, 1]}}""";

    private static Reading read(String rest) {
        return LinkReader.read(Links.of("{" + SPEC + rest + "}"));
    }

    private static LinkedState state(Reading reading) {
        return reading.state().orElseThrow();
    }

    @Test
    void threeHundredStatesComeBackAsTheyWere() {
        var states = new RandomStates(7);
        for (int i = 0; i < 300; i++) {
            LinkedState state = states.next();
            Reading reading = LinkReader.read(Links.of(state));
            assertThat(reading.said()).isEmpty();
            assertThat(state(reading)).isEqualTo(state);
        }
    }

    @Test
    void aChangedTextIsRefusedInASentenceAndNeverReadAsAnotherState() {
        var states = new RandomStates(8);
        Rng rng = Rng.of(9, Rng.Stream.CHECK);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            LinkedState state = states.next();
            Reading reading = LinkReader.read(changed(Links.of(state), rng));
            if (reading.state().isPresent()) {
                // The last character of a text can have bits that belong to no byte.
                assertThat(reading.state()).hasValue(state);
            } else {
                assertThat(reading.said()).hasSize(1).allMatch(sentence -> sentence.endsWith("."));
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2900);
    }

    /** The text with some characters exchanged, left out or doubled, or cut off. */
    private static String changed(String text, Rng rng) {
        var changed = new StringBuilder(text);
        for (int i = rng.nextInt(3); i >= 0; i--) {
            int at = rng.nextInt(changed.length());
            switch (rng.nextInt(5)) {
                case 0 -> changed.setCharAt(at, (char) rng.nextInt(0x300));
                case 1 -> changed.setCharAt(at, "ABCxyz019-_.".charAt(rng.nextInt(12)));
                case 2 -> changed.deleteCharAt(at);
                case 3 -> changed.insert(at, changed.substring(at));
                default -> changed.setLength(at + 1);
            }
        }
        return changed.toString();
    }

    @Test
    void aTextThatUnpacksToMoreThanIsAllowedIsRefused() {
        String bomb = Links.of(" ".repeat(5_000_000));
        assertThat(bomb.length()).isLessThan(LinkText.MOST_CHARACTERS);
        assertThat(LinkReader.read(bomb).said())
                .containsExactly("The state in this link is too large: it unpacks to more than 256 KB.");
        assertThat(LinkReader.read(Links.of("{" + SPEC + ", \"open\": [" + "[".repeat(5000) + "]}"))
                        .said())
                .hasSize(1)
                .first()
                .asString()
                .contains("damaged");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7.abc      | This link is of version 7, and this server reads version 1.
            abc        | it holds a character that does not belong there, or its beginning is missing
            1.ab$c     | it holds a character that does not belong there
            1.abcdefgh | a part of it is missing or was changed on its way
            1.A        | a part of it is missing or was changed on its way
            """)
    void aTextThatIsNoStateIsRefusedWithTheReason(String text, String reason) {
        Reading reading = LinkReader.read(text);
        assertThat(reading.state()).isEmpty();
        assertThat(reading.said()).hasSize(1).first().asString().contains(reason);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(LinkReader.read("1." + "A".repeat(LinkText.MOST_CHARACTERS)).said())
                .containsExactly("The state in this link has 8002 characters, and this server reads 8000 at most.");
    }

    @Test
    void settingsThatAreNotAllowedAreNamed() {
        Reading reading = LinkReader.read(
                Links.of("{\"spec\": {\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, -3, 1]}}}"));
        assertThat(reading.state()).isEmpty();
        assertThat(reading.said())
                .first()
                .asString()
                .contains("settings cannot be used")
                .contains("-3");
    }

    @Test
    void aTweakThatIsNotAllowedIsLeftOutAndNamedAndTheOthersStay() {
        Reading reading = read("""
                , "runs": [{"step": 9, "tweaks": [{"step": 2, "optimizer": {"learningRate": -1}},
                {"step": 4, "optimizer": {"learningRate": 0.5}}, {"step": 3, "optimizer": {"learningRate": 0.1}},
                {"step": 20, "batch": {"size": 1}}, 5]}]""");
        Branch run = state(reading).branches().getFirst();
        assertThat(run.tweaks()).hasSize(1).first().matches(tweak -> tweak.step() == 4);
        assertThat(run.step()).isEqualTo(9);
        assertThat(reading.said()).hasSize(4);
        assertThat(reading.said().getFirst())
                .startsWith("A change at step 2 of this link cannot be made, so it was left out")
                .contains("-1 is not allowed");
    }

    @Test
    void aBranchThatIsNotDescribedIsLeftOutWithAllThatGrewFromIt() {
        Reading reading = read("""
                , "runs": [{"step": 9}, {"parent": 0, "from": 20, "step": 30}, {"parent": 1, "from": 4, "step": 8},
                {"parent": 0, "from": 3, "step": 5}], "front": 3, "shown": 4""");
        assertThat(state(reading).branches().stream().map(Branch::step)).containsExactly(9, 5);
        assertThat(state(reading).front()).isEqualTo(1);
        assertThat(state(reading).page().shown()).hasValue(4);
        assertThat(reading.said()).hasSize(2).allMatch(sentence -> sentence.endsWith("so it was left out."));
    }

    @Test
    void aLookAtThingsThatAreNotThereIsLeftOut() {
        Reading reading = read("""
                , "runs": [{"step": 9}], "shown": 12, "example": -1, "selected": {"kind": "weight", "at": [0, 5, 0]},
                "open": ["<script>", 4, "more"], "scale": "cubic\"""");
        assertThat(state(reading).page().json().toString()).isEqualTo("{\"open\":[\"more\"],\"scale\":\"even\"}");
        assertThat(reading.said()).hasSize(3);
    }

    @Test
    void branchesAndTweaksAreCounted() {
        String branches = IntStream.range(0, 50)
                .mapToObj(i -> "{\"parent\": 0, \"from\": 1, \"step\": 2}")
                .collect(Collectors.joining(","));
        Reading many = read(", \"runs\": [{\"step\": 3}," + branches + "]");
        assertThat(state(many).branches()).hasSize(LinkBranches.MOST_BRANCHES);
        assertThat(many.said()).hasSize(1).first().asString().contains("more than 20 branches");
        String tweaks = "{\"step\": 1, \"batch\": {\"size\": 1}},".repeat(2500);
        Reading changed =
                read(", \"runs\": [{\"step\": 3, \"tweaks\": [" + tweaks.substring(0, tweaks.length() - 1) + "]}]");
        assertThat(state(changed).branches().getFirst().tweaks()).hasSize(LinkBranches.MOST_TWEAKS);
        assertThat(changed.said()).hasSize(1).first().asString().contains("more than 2000 changes");
    }

    @Test
    void aLinkThatSaysNothingOfItsRunBeginsAtTheFirstStep() {
        Reading reading = read("");
        assertThat(state(reading).branches())
                .isEqualTo(List.of(new Branch(LinkedState.NONE, 0, List.of(), 0, false, false)));
        assertThat(reading.said()).hasSize(1);
    }

    @Test
    void theDocumentationGivesTheBounds() throws IOException {
        assertThat(java.nio.file.Files.readString(java.nio.file.Path.of("docs/limits.md")))
                .contains(String.format(
                        java.util.Locale.ROOT,
                        "at most %,d characters and unpacks to at most %d KB",
                        LinkText.MOST_CHARACTERS,
                        LinkText.MOST_BYTES / 1024))
                .contains(String.format(
                        java.util.Locale.ROOT,
                        "at most %d branches and %,d tweaks",
                        LinkBranches.MOST_BRANCHES,
                        LinkBranches.MOST_TWEAKS));
    }

    /** The same file is the expected outcome of the unit test of the script that writes links. */
    @Test
    void theStateThatThePageWritesIsReadWhole() throws IOException {
        try (InputStream in = LinkReaderTest.class.getResourceAsStream("/link-state.json")) {
            String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Reading reading = LinkReader.read(Links.of(json));
            assertThat(reading.said()).isEmpty();
            LinkedState state = state(reading);
            assertThat(state.branches().stream().map(Branch::step)).containsExactly(7, 8, 6);
            assertThat(state.branches().get(1).tweaks()).hasSize(2);
            assertThat(state.branches().get(2).off()).isTrue();
            assertThat(state.front()).isEqualTo(1);
            assertThat(state.page().json().toString()).isEqualTo("""
                            {"shown":6,"example":2,"selected":{"kind":"weight","at":[0,1,0]},\
                            "open":["more","inside-step"],"scale":"log"}""");
        }
    }
}
