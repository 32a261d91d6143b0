/** Launches, choices and scores, against a platform of the tests' own with real signatures. */
@org.jspecify.annotations.NullMarked
package downhill.web.lti;
