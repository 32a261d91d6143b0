package downhill.train.spec;

/** A tweak and the step on whose update it acted first. */
public record LoggedTweak(int step, Tweak tweak) {}
