package downhill.json.form;

import downhill.json.form.BadInputException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON text to trees and back, strictly: no second value, no duplicate name, no NaN, no Infinity. */
public final class Json {
    /** The most numbers, texts, names and brackets that a body may hold. */
    private static final long MOST_TOKENS = 1_000_000;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(400)
                            .maxStringLength(100_000)
                            .maxNameLength(200)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The tree of a JSON text in UTF-8; BadInputException with line and column if it is not one. */
    public static JsonNode tree(byte[] text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new BadInputException(Kind.SHAPE, "", "There is nothing here; a JSON object is expected.");
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw tooMuch(e);
        } catch (JacksonException e) {
            throw new BadInputException(Kind.SHAPE, "", "This is not JSON: " + reason(e) + ".");
        }
    }

    /** Reads a text whose top is one object; every problem that the reader notes is raised together. */
    public static <T> T read(byte[] text, Function<Members, T> reader) {
        Problems problems = new Problems();
        Members members = Members.of(tree(text), "", problems);
        T result = reader.apply(members);
        members.refuseUnknown();
        problems.raise();
        return result;
    }

    /** The tree as UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** The tree as text. */
    public static String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    /** A document of maps, lists, texts, finite numbers and truth values, in UTF-8. */
    public static byte[] bytes(Map<String, ?> document) {
        return MAPPER.writeValueAsBytes(document);
    }

    /** An object whose values are texts. */
    public static String text(Map<String, String> values) {
        return MAPPER.writeValueAsString(values);
    }

    private static BadInputException tooMuch(StreamConstraintsException e) {
        boolean isLong = e.getOriginalMessage().startsWith("Token count");
        return isLong
                ? new BadInputException(
                        Kind.VALUE,
                        "",
                        "This holds more than " + MOST_TOKENS + " numbers, texts and brackets, as many as are read."
                                + " Upload larger data as a file: POST /api/data.")
                : new BadInputException(
                        Kind.SHAPE,
                        "",
                        "This is not JSON: it is nested too deeply, or a number, name or text in it is too long"
                                + place(e) + ".");
    }

    private static String reason(JacksonException e) {
        return cause(e) + place(e);
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String cause(JacksonException e) {
        if (!(e instanceof StreamReadException)) {
            return "something follows after the end of the first value";
        }
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
