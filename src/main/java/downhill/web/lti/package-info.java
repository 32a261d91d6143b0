/**
 * Learning platforms (LTI 1.3): {@link downhill.web.lti.LtiSettings} says which platforms there are, {@link downhill.web.lti.IdTokens} checks
 * what they say of a learner, {@link downhill.web.lti.LtiRoutes} leads a learner in, and {@link downhill.web.lti.ScoreService} sends scores back.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.lti;
