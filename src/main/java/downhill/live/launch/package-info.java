/**
 * Learners who came from learning platforms: {@link downhill.live.launch.Launches} notes what they do, {@link downhill.live.launch.ScoreSender} sends
 * their scores, and {@link downhill.live.launch.Statements} tells a learning record store.
 */
@org.jspecify.annotations.NullMarked
package downhill.live.launch;
