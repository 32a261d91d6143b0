package downhill.live.room;

import downhill.classroom.Classroom;

/**
 * The state of a class at a moment, for a page that follows it.
 *
 * @param version counts all changes
 * @param controls counts the changes that learners must hear of: the pace, a pause, a nickname
 * @param over whether the class was deleted, or the server stops
 */
public record ClassNews(Classroom state, long version, long controls, boolean over) {}
