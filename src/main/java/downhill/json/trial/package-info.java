/** The JSON forms of trainings that are made to be compared. */
@org.jspecify.annotations.NullMarked
package downhill.json.trial;
