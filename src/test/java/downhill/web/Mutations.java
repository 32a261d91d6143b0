package downhill.web;

import downhill.math.Rng;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests with something wrong in them, by chance but always by the same chance: bodies changed in a few places. */
final class Mutations {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Values that nobody expects in place of the right one. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1",
            "2.5",
            "1e308",
            "-1e308",
            "5e-324",
            "9007199254740993",
            "2147483648",
            "-2147483649",
            "1e400",
            "\"\"",
            "\"xor\"",
            "\"\\u0000\\ud800\"",
            "\"../../etc/passwd\"",
            "[]",
            "{}",
            "[[]]",
            "[[[1]]]",
            "[1, 2, 3]",
            "{\"name\": \"adam\"}");

    private static final String CHARACTERS = "{}[]\",:-+.eE0123456789 \\\nabtnu/*^()=;\u00e9\u0000";

    private final Rng rng;

    Mutations(long seed) {
        this.rng = Rng.of(seed, Rng.Stream.CHECK);
    }

    <T> T one(List<T> list) {
        return list.get(rng.nextInt(list.size()));
    }

    int upTo(int bound) {
        return rng.nextInt(bound);
    }

    /** A body changed in its tree, as a program errs, or in its text, as a hand errs. */
    String of(String json) {
        String text = json;
        if (rng.nextInt(4) > 0) {
            JsonNode tree = MAPPER.readTree(json);
            int changes = 1 + rng.nextInt(3);
            for (int i = 0; i < changes; i++) {
                change(tree);
            }
            text = tree.toString();
        }
        return rng.nextInt(4) == 0 ? ofText(text) : text;
    }

    private void change(JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        switch (one(containers)) {
            case ObjectNode object -> change(object);
            case ArrayNode array -> change(array);
            default -> throw new AssertionError();
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty() || rng.nextInt(8) == 0) {
            object.set("odd", odd());
        } else if (rng.nextInt(6) == 0) {
            object.remove(one(names));
        } else {
            object.set(one(names), odd());
        }
    }

    private void change(ArrayNode array) {
        if (array.isEmpty() || rng.nextInt(4) == 0) {
            array.add(odd());
        } else if (rng.nextInt(4) == 0) {
            array.remove(rng.nextInt(array.size()));
        } else {
            array.set(rng.nextInt(array.size()), odd());
        }
    }

    private JsonNode odd() {
        return MAPPER.readTree(one(ODD));
    }

    /** A text with some characters left out, doubled, exchanged or put in. */
    String ofText(String text) {
        var changed = new StringBuilder(text);
        int changes = 1 + rng.nextInt(4);
        for (int i = 0; i < changes && !changed.isEmpty(); i++) {
            int at = rng.nextInt(changed.length());
            switch (rng.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, CHARACTERS.charAt(rng.nextInt(CHARACTERS.length())));
                case 2 -> changed.setCharAt(at, CHARACTERS.charAt(rng.nextInt(CHARACTERS.length())));
                default -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + 8)));
            }
        }
        return changed.toString();
    }

    /** Bytes with some exchanged, cut off, or doubled. */
    byte[] of(byte[] bytes) {
        byte[] changed = bytes.clone();
        int changes = rng.nextInt(6);
        for (int i = 0; i < changes; i++) {
            changed[rng.nextInt(changed.length)] = (byte) rng.nextInt(256);
        }
        return rng.nextInt(3) == 0 ? java.util.Arrays.copyOf(changed, rng.nextInt(changed.length + 40)) : changed;
    }
}
