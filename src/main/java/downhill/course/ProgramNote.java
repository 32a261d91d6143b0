package downhill.course;

import downhill.export.Part;

/**
 * A sentence about one part of an exported program.
 *
 * @param title of the part, in plain words
 * @param html the sentence, with a link to the scene where the learner met it
 */
public record ProgramNote(Part part, String title, String html) {}
