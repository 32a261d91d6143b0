package downhill.web.page;

/**
 * The terms on which the server keeps something of learners from learning platforms.
 *
 * @param days it forgets a learner who did nothing for so long
 * @param hasStore whether a learning record store hears of them
 */
public record PlatformTerms(long days, boolean hasStore) {}
