package downhill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments begin with a noun phrase or a verb, and say who does something. */
class SourceCommentsTest {
    private static final List<Path> SOURCES = List.of(
            Path.of("src"),
            Path.of("web/static/js"),
            Path.of("web/templates"),
            Path.of(".ci/js/floors.js"),
            Path.of(".ci/js/eslint.config.js"));

    /** A comment in a block, or one of lines that have nothing else: a line after another one goes on with its sentence. */
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*?[\\s*]+(?<block>[^@\\s].*?)\\*/"
            + "|<%--\\s*(?<template>.*?)--%>"
            + "|(?<=\\n)(?<!//[^\\n]{0,300}\\n)[ \\t]*//[ \\t]*(?<line>[^\\n]*)");

    private static final Pattern BEGINS_WRONGLY =
            Pattern.compile("^(What|Who|Whom|Whose|Whether|So|If|How|Where|When|Why|Which"
                    + "|Because|That|Such|As|Of|With|In|On|At|For|To|By|From|Until|While|Since|Without|Only|Not|No|Here|There|Then"
                    + "|It|They|We|And|But|Or|Also|Else|Otherwise|Once|Before|After)\\b.*");

    /** Texts with comments in them, such as the sources in a test. */
    private static final Pattern TEXT = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"[^\"\n]*/\\*[^\"\n]*\"");

    /** Instructions to tools. */
    private static final Pattern NOT_OURS = Pattern.compile("eslint|@ts-|language=");

    private static final Pattern RIDDLE = Pattern.compile(
            "(?i).*\\b((is|are|was|were|be) (told|looked)\\b|stands? (at|in|on|over|under|beside|before)\\b"
                    + "|gets to\\b|whoever\\b|so many\\b).*");

    private record Comment(Path file, String text) {}

    private static Stream<Comment> comments() {
        return SOURCES.stream()
                .flatMap(SourceCommentsTest::files)
                .flatMap(file -> COMMENT.matcher("\n" + TEXT.matcher(read(file)).replaceAll("\"\""))
                        .results()
                        .map(found -> Stream.of(found.group("block"), found.group("template"), found.group("line"))
                                .filter(text -> text != null)
                                .findFirst()
                                .orElseThrow())
                        .map(text -> new Comment(
                                file,
                                text.replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip()))
                        .filter(comment -> !NOT_OURS.matcher(comment.text()).lookingAt()));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|js|mjs|jte)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theFirstSentenceBeginsWithANounOrAVerb() {
        List<Comment> all = comments().toList();
        assertThat(all).hasSizeGreaterThan(3000);
        assertThat(all)
                .filteredOn(comment -> BEGINS_WRONGLY.matcher(comment.text()).matches())
                .isEmpty();
    }

    @Test
    void sentencesSayWhoDoesWhat() {
        assertThat(comments())
                .filteredOn(comment -> RIDDLE.matcher(comment.text()).matches())
                .isEmpty();
    }
}
