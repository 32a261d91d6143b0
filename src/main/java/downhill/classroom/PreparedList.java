package downhill.classroom;

import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Problems;
import downhill.json.form.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A teacher's own list of scenes and playground states, in an order, each with the teacher's words. As a file it is JSON with a version, read strictly.
 *
 * @param items at least one
 */
public record PreparedList(String title, List<Item> items) {
    /** The version of the files that are written and read. */
    public static final int VERSION = 1;

    public static final int MOST_ITEMS = 40;
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_WORDS = 300;

    /** The most characters of a list with which a class can start, since the server keeps it: several of the longest playground states fit. */
    public static final int LONGEST_OF_CLASS = 65_536;

    /** An item of the list; the words may be empty. */
    public record Item(Place place, String words) {}

    /** A page of the site that shows a state. */
    public sealed interface Place {
        /** The most characters of a place: a link with a state of the playground has 8,000 at most. */
        int LONGEST = 8500;

        /** The place within the site, as its address. */
        String path();
    }

    /** A scene of a lesson. */
    public record OfScene(String lesson, int scene) implements Place {
        @Override
        public String path() {
            return "/lessons/" + lesson + "/" + scene;
        }
    }

    /** A state of the playground, as the query of its address has it. */
    public record OfPlayground(String query) implements Place {
        @Override
        public String path() {
            return "/playground" + (query.isEmpty() ? "" : "?" + query);
        }
    }

    /** The beginning of a copied link: the site, and the path at which it is mounted, if it names them. */
    private static final String SITE = "(?:https?://[^/?#\\s]+)?(?:/[A-Za-z0-9._-]+)*?";

    private static final Pattern SCENE =
            Pattern.compile(SITE + "/lessons/([a-z0-9-]{1,80})/([1-9]\\d{0,2})(?:[?#]\\S*)?");
    private static final Pattern PLAYGROUND =
            Pattern.compile(SITE + "/playground(?:\\?([A-Za-z0-9._~!$&'()*+,;=:@/?%-]*))?(?:#\\S*)?");

    /** The place of a copied link, or of its path alone; nothing if it is neither a scene nor the playground. */
    public static Optional<Place> place(String link) {
        String address = link.strip();
        if (address.length() > Place.LONGEST) {
            return Optional.empty();
        }
        Matcher scene = SCENE.matcher(address);
        if (scene.matches()) {
            return Optional.of(new OfScene(scene.group(1), Integer.parseInt(scene.group(2))));
        }
        Matcher playground = PLAYGROUND.matcher(address);
        return playground.matches()
                ? Optional.of(new OfPlayground(
                        Optional.ofNullable(playground.group(1)).orElse("")))
                : Optional.empty();
    }

    /** The list in a file; BadInputException names every mistake in it. */
    public static PreparedList read(byte[] json) {
        return Json.read(json, PreparedList::read);
    }

    private static PreparedList read(Members m) {
        m.whole("version", VERSION, VERSION);
        String title = line(m.text("title"), m.at("title"), LONGEST_TITLE, m.problems());
        List<Value> values = m.requiredArray("items");
        if (values.isEmpty() || values.size() > MOST_ITEMS) {
            m.problems().value(m.at("items"), "A list has 1 to " + MOST_ITEMS + " items, not " + values.size() + ".");
        }
        List<Item> items =
                values.stream().limit(MOST_ITEMS).map(PreparedList::item).toList();
        return new PreparedList(title, items);
    }

    private static Item item(Value value) {
        Members m = value.members();
        String open = m.text("open");
        Optional<Place> place = place(open);
        if (place.isEmpty()) {
            m.problems().value(m.at("open"), PROBLEM);
        }
        String words = line(m.text("words"), m.at("words"), LONGEST_WORDS, m.problems());
        m.refuseUnknown();
        return new Item(place.orElseGet(() -> new OfPlayground("")), words);
    }

    /** The sentence about a link that leads to nothing that a list can have. */
    public static final String PROBLEM =
            "The link of a scene or of the playground is expected, as in /lessons/the-hill/3 or /playground?data=xor.";

    /** The reason why no class can start with the list; nothing if one can. */
    public Optional<String> problemOfClass() {
        Map<Place, Integer> numbers = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Integer before = numbers.putIfAbsent(items.get(i).place(), i + 1);
            if (before != null) {
                return Optional.of(
                        "Items " + before + " and " + (i + 1)
                                + " open the same page. A class counts the answers of each page once, so take one of them out.");
            }
        }
        long length = items.stream()
                .mapToLong(item -> item.place().path().length() + item.words().length())
                .sum();
        return length <= LONGEST_OF_CLASS
                ? Optional.empty()
                : Optional.of("The links of this list have " + length + " characters together. A class can have "
                        + LONGEST_OF_CLASS + ": take out some of the longest playground states.");
    }

    private static String line(String text, String pointer, int most, Problems problems) {
        String plain = ShortText.plain(text);
        ShortText.problem(plain, most).ifPresent(problem -> problems.value(pointer, problem));
        return plain;
    }

    /** The list as a document, which {@link #read(byte[])} reads. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("title", title);
        document.put("items", items.stream().map(PreparedList::document).toList());
        return document;
    }

    private static Map<String, Object> document(Item item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("open", item.place().path());
        fields.put("words", item.words());
        return fields;
    }
}
