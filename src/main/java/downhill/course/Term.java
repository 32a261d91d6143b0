package downhill.course;

import java.util.List;

/**
 * A word of the field.
 *
 * @param name its name in addresses
 * @param term the word itself
 * @param also other words for the same
 * @param html what it means, one or two sentences
 */
public record Term(String name, String term, List<String> also, String html) {}
