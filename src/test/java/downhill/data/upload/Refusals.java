package downhill.data.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks of the words that refuse a file. */
final class Refusals {
    private Refusals() {}

    static void check(ThrowingCallable reading, String place, String words) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(UploadRefusedException.class, refusal -> {
            assertThat(refusal.place()).isEqualTo(place);
            assertThat(refusal.getMessage()).contains(words);
        });
    }
}
